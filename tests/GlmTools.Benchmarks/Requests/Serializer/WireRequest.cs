using System.Text.Json;

namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>A request as an object graph.</summary>
internal sealed record WireRequest(string Model, IReadOnlyList<WireMessage> Messages, JsonElement Tools, double Temperature);
