namespace GlmTools;

/// <summary>The service could not be reached, or did not answer in time.</summary>
public sealed class GlmConnectionException : GlmException
{
    internal GlmConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
        Retry = RetryKind.Short;
    }
}
