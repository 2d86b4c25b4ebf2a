using System.Text;
using System.Text.Json;

namespace GlmTools.Testing;

/// <summary>Reads a cassette, and says where it is none.</summary>
internal static class CassetteReader
{
    public const int Version = 1;

    /// <exception cref="GlmCassetteException">It is no cassette.</exception>
    public static GlmCassette Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("exchanges", out var exchanges))
            {
                throw new GlmCassetteException("This is no cassette: there are no \"exchanges\" at its top.");
            }

            if (root.TryGetProperty("cassette", out var version) && version.GetInt32() != Version)
            {
                throw new GlmCassetteException($"This is a cassette of version {version}; this GlmTools reads version {Version}: record it again.");
            }

            return new(exchanges.EnumerateArray().Select(static (exchange, i) => Read(exchange, $"/exchanges/{i}")).ToArray());
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            throw new GlmCassetteException($"This is no cassette: {malformed.Message}", malformed);
        }
    }

    private static GlmRecordedExchange Read(JsonElement exchange, string at)
    {
        var request = Member(exchange, "request", at);
        var response = Member(exchange, "response", at);
        return new()
        {
            Request = new()
            {
                Method = Text(request, "method", $"{at}/request"),
                Url = Text(request, "url", $"{at}/request"),
                Headers = Headers(request),
                Body = Body(request),
            },
            Response = new()
            {
                Status = Member(response, "status", $"{at}/response").GetInt32(),
                Headers = Headers(response),
                Body = Body(response),
                Chunks = response.TryGetProperty("chunks", out var chunks) ? [.. chunks.EnumerateArray().Select(Chunk)] : null,
                IsBroken = response.TryGetProperty("broken", out var broken) && broken.GetBoolean(),
            },
            Started = Time(exchange, "started", TimeSpan.FromMilliseconds(1)),
            Duration = Time(exchange, "seconds", TimeSpan.FromSeconds(1)),
        };
    }

    private static JsonElement Member(JsonElement json, string name, string at)
        => json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : throw new GlmCassetteException($"This is no cassette: {at} has no \"{name}\".");

    private static string Text(JsonElement json, string name, string at) => Member(json, name, at).GetString()!;

    private static TimeSpan Time(JsonElement json, string name, TimeSpan unit) => json.TryGetProperty(name, out var value) ? value.GetDouble() * unit : TimeSpan.Zero;

    private static Dictionary<string, string> Headers(JsonElement json)
        => json.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!) : [];

    private static GlmRecordedBody Body(JsonElement json)
        => json.TryGetProperty("body", out var body) ? GlmRecordedBody.Of(body)
            : json.TryGetProperty("text", out var text) ? GlmRecordedBody.Of(text.GetString()!)
            : json.TryGetProperty("base64", out var bytes) ? GlmRecordedBody.Of(bytes.GetBytesFromBase64())
            : GlmRecordedBody.Empty;

    private static GlmRecordedChunk Chunk(JsonElement chunk)
    {
        var after = TimeSpan.FromMilliseconds(chunk.TryGetProperty("after_ms", out var wait) ? wait.GetInt64() : 0);
        return new(after, chunk.TryGetProperty("data", out var data) ? Encoding.UTF8.GetBytes(data.GetString()!) : chunk.GetProperty("base64").GetBytesFromBase64());
    }
}
