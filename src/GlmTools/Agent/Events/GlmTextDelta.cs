namespace GlmTools;

/// <summary>The model said something more.</summary>
/// <param name="Text">The next piece of its text; never empty.</param>
public sealed record GlmTextDelta(string Text) : GlmRunEvent;
