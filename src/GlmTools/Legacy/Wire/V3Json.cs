using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>The JSON of the third version. What is null is not sent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(V3RequestBody))]
[JsonSerializable(typeof(V3Envelope))]
[JsonSerializable(typeof(GlmV3Meta))]
internal sealed partial class V3Json : JsonSerializerContext;
