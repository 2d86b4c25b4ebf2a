namespace GlmTools;

/// <summary>A decision does not fit the call it is about: it is forged, stale, or for other arguments. Nothing was executed, and the call waits on.</summary>
public sealed class GlmApprovalException : GlmException
{
    internal GlmApprovalException(string message)
        : base(message)
    {
    }
}
