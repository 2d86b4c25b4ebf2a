namespace GlmTools;

/// <summary>A text to judge (protocol sheet 8.5).</summary>
internal sealed record ModerationRequest(string Model, string Input);
