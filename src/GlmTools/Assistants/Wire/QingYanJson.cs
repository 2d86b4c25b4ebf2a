using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>The JSON of what is sent to an assistant. What is null is not sent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QingYanRequest))]
[JsonSerializable(typeof(QingYanTokenRequest))]
internal sealed partial class QingYanJson : JsonSerializerContext;
