namespace GlmTools;

/// <summary>The arguments of a tool call are arriving. What came so far is not to be acted upon: the call may still change, break off or be dropped.</summary>
/// <param name="Index">Which of the answer's calls it is; the service counts from 0.</param>
/// <param name="Name">The name of the tool where the piece holds it, which is usually the first one; else <see langword="null"/>.</param>
/// <param name="Arguments">The next part of the arguments' text, cut anywhere.</param>
public sealed record GlmToolCallArriving(int Index, string? Name, string Arguments) : GlmRunEvent;
