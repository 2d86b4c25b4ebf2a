namespace GlmTools;

/// <summary>The model was asked. A turn that starts again under the same number failed half-way: what it streamed so far does not count.</summary>
/// <param name="Turn">The number of the turn, from 1.</param>
public sealed record GlmTurnStarted(int Turn) : GlmRunEvent;
