namespace GlmTools.Emulator.Platform;

/// <summary>Something to look at.</summary>
/// <param name="ContentType">What it is.</param>
/// <param name="Make">Makes its bytes.</param>
internal sealed record Medium(string ContentType, Func<byte[]> Make);
