namespace GlmTools.Cli.Replaying;

/// <summary>What the model said in a recorded exchange.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Calls">Its tool calls.</param>
/// <param name="Failure">Why there is no answer, or <see langword="null"/>.</param>
internal sealed record PlayedAnswer(string Text, IReadOnlyList<GlmToolCall> Calls, string? Failure);
