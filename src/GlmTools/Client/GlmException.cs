namespace GlmTools;

/// <summary>The root of every exception GlmTools throws. No message of it ever holds a key, a token or a header.</summary>
public class GlmException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public GlmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same request may well succeed when it is sent again later. The client has done so already as often as it may.</summary>
    public bool IsTransient => Retry is RetryKind.Short or RetryKind.Long;

    internal RetryKind Retry { get; init; }
}
