using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>How requests to an assistant are written.</summary>
[JsonSerializable(typeof(QingYanRequest))]
[JsonSerializable(typeof(QingYanTokenRequest))]
internal sealed partial class QingYanJson : JsonSerializerContext
{
    /// <summary>Snake case, nothing for what is not set, and 城市 stays 城市.</summary>
    public static QingYanJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
