namespace GlmTools;

/// <summary>The run is over: the last event.</summary>
/// <param name="Run">What came of it.</param>
public sealed record GlmRunStopped(GlmRun Run) : GlmRunEvent;
