namespace GlmTools;

/// <summary>What the model asks to be called.</summary>
/// <param name="Id">The call's id; the tool message that answers it carries the same one.</param>
/// <param name="Name">The name of the tool, as the model wrote it.</param>
/// <param name="Arguments">The arguments, as the model wrote them: meant to be a JSON object, but text of unknown quality (protocol sheet 4.5).</param>
public sealed record GlmToolCall(string Id, string Name, string Arguments);
