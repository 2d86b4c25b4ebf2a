namespace GlmTools;

/// <summary>The method of a tool whose effect is <see cref="GlmToolEffect.Idempotent"/> threw, and is called again.</summary>
/// <param name="Call">The call.</param>
/// <param name="Attempt">The number of the attempt that begins, from 2.</param>
/// <param name="Exception">What the one before threw.</param>
public sealed record GlmToolCallRetried(GlmToolCall Call, int Attempt, Exception Exception) : GlmRunEvent;
