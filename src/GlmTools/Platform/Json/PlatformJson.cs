using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>The JSON of the platform's APIs: what is null is not sent, and 城市 stays 城市.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(UnixTimeConverter)])]
[JsonSerializable(typeof(GlmTask))]
[JsonSerializable(typeof(GlmTaskResult))]
[JsonSerializable(typeof(GlmEmbeddingRequest))]
[JsonSerializable(typeof(GlmEmbeddingResult))]
[JsonSerializable(typeof(GlmFile))]
[JsonSerializable(typeof(ListPage<GlmFile>))]
[JsonSerializable(typeof(Deletion))]
[JsonSerializable(typeof(GlmBatch))]
[JsonSerializable(typeof(ListPage<GlmBatch>))]
[JsonSerializable(typeof(GlmBatchRequest))]
[JsonSerializable(typeof(GlmImageRequest))]
[JsonSerializable(typeof(GlmImageResult))]
[JsonSerializable(typeof(GlmVideoRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(GlmWebSearchRequest))]
[JsonSerializable(typeof(GlmWebSearchAnswer))]
[JsonSerializable(typeof(GlmRerankRequest))]
[JsonSerializable(typeof(GlmRerankResult))]
[JsonSerializable(typeof(ModerationRequest))]
[JsonSerializable(typeof(GlmModerationResult))]
[JsonSerializable(typeof(GlmTranscription))]
[JsonSerializable(typeof(GlmSpeechRequest))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class PlatformJson : JsonSerializerContext
{
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var output = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        JsonSerializer.Serialize(json, value, type);
        return output.WrittenMemory;
    }

    /// <summary>Reads an answer; <see langword="null"/> for what is none, such as an error or HTML.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
