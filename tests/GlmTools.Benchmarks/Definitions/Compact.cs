using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Benchmarks.Definitions;

/// <summary>JSON without insignificant white space and needless escapes.</summary>
internal static class Compact
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string json) => JsonSerializer.Serialize(JsonElement.Parse(json), Relaxed);
}
