using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>The JSON of the third version.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(V3RequestBody))]
[JsonSerializable(typeof(V3Envelope))]
[JsonSerializable(typeof(GlmV3Meta))]
internal sealed partial class V3Json : JsonSerializerContext
{
    /// <summary>Snake case, nothing for what is not set, and 城市 stays 城市.</summary>
    public static V3Json Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
