namespace GlmTools;

/// <summary>A tool with an <see cref="IProgress{T}"/> parameter reports how far it got.</summary>
/// <param name="Call">The call.</param>
/// <param name="Text">What it reports.</param>
public sealed record GlmToolCallProgress(GlmToolCall Call, string Text) : GlmRunEvent;
