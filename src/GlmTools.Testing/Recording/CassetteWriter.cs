using System.Text;
using System.Text.Json;

namespace GlmTools.Testing;

/// <summary>Writes the exchanges of a cassette, members always in the same order.</summary>
internal static class CassetteWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(Utf8JsonWriter json, IEnumerable<GlmRecordedExchange> exchanges)
    {
        json.WriteStartArray();
        foreach (var exchange in exchanges)
        {
            json.WriteStartObject();
            Write(json, exchange.Request);
            Write(json, exchange.Response);
            json.WriteNumber("started", Milliseconds(exchange.Started));
            json.WriteNumber("seconds", Math.Round(exchange.Duration.TotalSeconds, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, GlmRecordedRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", request.Url);
        Write(json, request.Headers);
        Write(json, request.Body);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GlmRecordedResponse response)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", response.Status);
        Write(json, response.Headers);
        if (response.Chunks is { } chunks)
        {
            json.WriteStartArray("chunks");
            foreach (var chunk in chunks)
            {
                json.WriteStartObject();
                json.WriteNumber("after_ms", Milliseconds(chunk.After));
                Write(json, chunk.Data);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            Write(json, response.Body);
        }

        if (response.IsBroken)
        {
            json.WriteBoolean("broken", true);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count == 0)
        {
            return;
        }

        json.WriteStartObject("headers");
        foreach (var (name, value) in headers.OrderBy(static header => header.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GlmRecordedBody body)
    {
        if (body.Json is { } value)
        {
            json.WritePropertyName("body");
            value.WriteTo(json);
        }
        else if (body.Text is not { } text)
        {
            json.WriteBase64String("base64", body.Bytes.Span);
        }
        else if (text.Length > 0)
        {
            json.WriteString("text", text);
        }
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    // A stream may be cut within a character; then only bytes say what came.
    private static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> data)
    {
        try
        {
            json.WriteString("data", Strict.GetString(data.Span));
        }
        catch (DecoderFallbackException)
        {
            json.WriteBase64String("base64", data.Span);
        }
    }
}
