using System.Text;

namespace GlmTools;

/// <summary>A call has its answer.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Utf8">What the tool message says.</param>
internal sealed record CallFinishedEntry(string CallId, ReadOnlyMemory<byte> Utf8) : ConversationEntry
{
    public CallFinishedEntry(string callId, string text)
        : this(callId, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The answer as it came of the call. A middleware may make a result of any bytes; what is no text in them is replaced.</summary>
    public static CallFinishedEntry Of(string callId, in GlmToolResult result)
    {
        var utf8 = result.Utf8;
        return System.Text.Unicode.Utf8.IsValid(utf8.Span) ? new(callId, utf8) : new(callId, result.Text);
    }
}
