namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>What a call calls.</summary>
internal sealed record WireFunction(string? Name, string? Arguments);
