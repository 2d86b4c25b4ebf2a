namespace GlmTools;

/// <summary>A tool call failed: it was refused, its arguments did not fit, its method threw or took too long. The model is told.</summary>
/// <param name="Call">The call, with the name and the arguments the model wrote.</param>
/// <param name="Result">What the model is told.</param>
/// <param name="Duration">How long it took, waiting for approval and for other calls included.</param>
public sealed record GlmToolCallFailed(GlmToolCall Call, GlmToolResult Result, TimeSpan Duration) : GlmToolCallFinished(Call, Result, Duration);
