namespace GlmTools;

/// <summary>Makes an event of what a tool reports.</summary>
internal sealed class CallProgress(RunInProgress run, GlmToolCall call) : IProgress<string>
{
    public void Report(string value) => run.Listener?.Invoke(new GlmToolCallProgress(call, value));
}
