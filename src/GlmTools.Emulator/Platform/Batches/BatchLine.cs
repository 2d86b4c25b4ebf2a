namespace GlmTools.Emulator.Platform;

/// <summary>One request of a batch.</summary>
internal sealed record BatchLine(string CustomId, byte[] Body);
