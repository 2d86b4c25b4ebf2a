namespace GlmTools;

/// <summary>A tool call waits for the approval of a person.</summary>
/// <param name="Request">What is to be approved.</param>
public sealed record GlmApprovalRequested(GlmApprovalRequest Request) : GlmRunEvent;
