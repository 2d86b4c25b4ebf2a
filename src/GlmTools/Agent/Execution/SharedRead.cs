namespace GlmTools;

/// <summary>The result of a read-only call, for others that read the same.</summary>
/// <param name="reads">The reads of the run.</param>
/// <param name="key">The name of the tool and its arguments.</param>
internal sealed class SharedRead(ToolReads reads, (string Tool, TextDigest Arguments) key)
{
    private readonly TaskCompletionSource<GlmToolResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public (string Tool, TextDigest Arguments) Key => key;

    public Task<GlmToolResult> End => _end.Task;

    /// <summary>Ends it. An error is nothing to keep.</summary>
    public void Complete(in GlmToolResult result)
    {
        if (result.IsError)
        {
            reads.Forget(this);
        }

        _end.TrySetResult(result);
    }

    /// <summary>Ends it without a result.</summary>
    public void Fail(Exception failure)
    {
        reads.Forget(this);
        _end.TrySetException(failure);

        // Nobody may be waiting for it beside its own call.
        _ = _end.Task.Exception;
    }
}
