namespace GlmTools.Emulator;

/// <summary>A file that was uploaded for an assistant.</summary>
/// <param name="Id">The id the service gave it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its content.</param>
public sealed record EmulatedUpload(string Id, string Name, ReadOnlyMemory<byte> Content);
