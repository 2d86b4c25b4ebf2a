namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>A call, or in a stream a piece of one.</summary>
internal sealed record WireCall(WireFunction? Function, string? Id = null, string? Type = null, int? Index = null);
