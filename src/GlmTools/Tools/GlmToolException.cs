namespace GlmTools;

/// <summary>
/// Thrown by a tool to tell the model what went wrong. It is the only exception whose message reaches the model; any
/// other becomes a generic text, because its message may hold what the model must not see.
/// </summary>
public sealed class GlmToolException : GlmException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the model is told.</param>
    /// <param name="innerException">What caused it; never shown to the model.</param>
    public GlmToolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
