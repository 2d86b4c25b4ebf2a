namespace GlmTools.Emulator.Platform;

/// <summary>Why the file of a batch cannot be used.</summary>
internal sealed record BatchProblem(int Line, string Code, string Message);
