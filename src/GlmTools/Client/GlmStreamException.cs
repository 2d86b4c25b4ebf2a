namespace GlmTools;

/// <summary>
/// A streamed answer broke off or lost a part. What came of it is not to be relied on, and tool calls in it are not to be
/// executed; the request may be sent again.
/// </summary>
public sealed class GlmStreamException : GlmException
{
    internal GlmStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Retry = RetryKind.Short;
    }
}
