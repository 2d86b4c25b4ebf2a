using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GlmTools.Cli.Page;

/// <summary>JSON as the page reads it.</summary>
internal static class PageJson
{
    /// <summary>What HTML would read - angle brackets, ampersands, U+2028 - is escaped, so that the text can stand in a page; 城市 stays 城市.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);
}
