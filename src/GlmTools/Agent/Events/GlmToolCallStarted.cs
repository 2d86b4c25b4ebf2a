namespace GlmTools;

/// <summary>A tool call is being dealt with. Its end follows, whatever becomes of it.</summary>
/// <param name="Call">The call, with the name and the arguments the model wrote.</param>
public sealed record GlmToolCallStarted(GlmToolCall Call) : GlmRunEvent;
