namespace GlmTools;

/// <summary>A call that had started when the program ended, and of which nobody knows whether its effect happened.</summary>
/// <param name="Call">The call.</param>
/// <param name="Tool">Its tool.</param>
public sealed record GlmInterruptedCall(GlmToolCall Call, GlmTool Tool);
