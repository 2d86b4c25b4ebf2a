namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>A chunk of a stream as an object graph.</summary>
internal sealed record WireChunk(string? Id, long Created, string? Model, IReadOnlyList<WireChoice>? Choices, WireUsage? Usage);
