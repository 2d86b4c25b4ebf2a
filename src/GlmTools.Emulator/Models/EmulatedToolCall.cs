namespace GlmTools.Emulator;

/// <summary>A function call, in a request's history or in a reply.</summary>
/// <param name="Name">The name of the function. A reply may also call what was not declared.</param>
/// <param name="Arguments">The arguments as text. In a reply it is passed on verbatim, also when it is no JSON.</param>
/// <param name="Id">The id; <see langword="null"/> in a reply lets the emulator make one.</param>
public sealed record EmulatedToolCall(string Name, string Arguments, string? Id = null);
