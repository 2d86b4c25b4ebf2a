namespace GlmTools;

/// <summary>An answer has ended, and this is what it cost.</summary>
/// <param name="Turn">The turn.</param>
public sealed record GlmUsageReported(GlmTurn Turn) : GlmRunEvent;
