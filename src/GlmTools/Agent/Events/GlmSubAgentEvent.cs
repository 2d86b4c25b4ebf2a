namespace GlmTools;

/// <summary>Something happened in the run of an agent that was called as a tool.</summary>
/// <param name="CallId">The call the agent answers.</param>
/// <param name="Event">What happened there.</param>
public sealed record GlmSubAgentEvent(string? CallId, GlmRunEvent Event) : GlmRunEvent;
