namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>The choice of a chunk.</summary>
internal sealed record WireChoice(int Index, WireMessage? Delta, string? FinishReason);
