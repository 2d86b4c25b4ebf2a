namespace GlmTools.Testing;

/// <summary>A piece of a stream, as it arrived.</summary>
/// <param name="After">How long after the piece before it, or after the request for the first one. In whole milliseconds on a cassette.</param>
/// <param name="Data">The bytes.</param>
public sealed record GlmRecordedChunk(TimeSpan After, ReadOnlyMemory<byte> Data);
