using System.Text.Json.Serialization;

namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>System.Text.Json's own generator at work on the wire.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireRequest))]
[JsonSerializable(typeof(WireChunk))]
internal sealed partial class WireContext : JsonSerializerContext;
