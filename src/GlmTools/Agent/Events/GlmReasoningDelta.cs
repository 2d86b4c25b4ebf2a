namespace GlmTools;

/// <summary>The model thought something more.</summary>
/// <param name="Text">The next piece of its reasoning; never empty.</param>
public sealed record GlmReasoningDelta(string Text) : GlmRunEvent;
