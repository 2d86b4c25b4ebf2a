using System.Text;

namespace GlmTools;

/// <summary>A call that has no tool message yet.</summary>
/// <param name="recorded">The call.</param>
internal sealed class OpenCall(RecordedCall recorded)
{
    public RecordedCall Recorded { get; } = recorded;

    public GlmToolCall Call => Recorded.Call;

    /// <summary>Whether its tool was started, so that it may have had an effect.</summary>
    public bool IsStarted { get; set; }

    /// <summary>The answer, as long as an earlier call has none; <see langword="null"/> where there is none yet.</summary>
    public ReadOnlyMemory<byte>? Answer { get; set; }

    /// <summary>What the transcript says in the place of the answer if it is sent as it is.</summary>
    public string AnswerForNow => Answer is { } utf8 ? Encoding.UTF8.GetString(utf8.Span) : IsStarted
        ? "Error: the call was interrupted; it may or may not have had an effect."
        : "Error: the call was interrupted before it was started; nothing was executed.";
}
