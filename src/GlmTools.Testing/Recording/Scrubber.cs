using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Binding;

namespace GlmTools.Testing;

/// <summary>
/// Takes secrets out of what is recorded. What it has once seen as one - in a header, in a member or a query value with such a name -
/// it blots out wherever else it stands.
/// </summary>
internal sealed partial class Scrubber
{
    private const string Mask = "***";

    /// <summary>Shorter ones stand in innocent text too.</summary>
    private const int ShortestSecret = 8;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public Scrubber(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(static secret => secret.Length > 0))
        {
            _secrets.Add(secret);
        }
    }

    /// <summary>Learns the secrets of a request from its headers.</summary>
    public void Learn(HttpRequestHeaders headers)
    {
        foreach (var header in headers.NonValidated.Where(static header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || header.Key.Contains("key", StringComparison.OrdinalIgnoreCase)
            || header.Key.Contains("token", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var value in header.Value)
            {
                var token = value.Trim().Split(' ', 2)[^1].Trim();
                Learn(token);
                // The second half of a key signs tokens, so it is the secret proper.
                if (token.Split('.') is [_, var secret])
                {
                    Learn(secret);
                }
            }
        }
    }

    /// <summary>Learns the secrets of a body from the names of its members.</summary>
    public void Learn(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Learn(item);
            }
        }
        else if (json.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                if (SecretNames.Contains(member.Name) && member.Value.ValueKind is JsonValueKind.String)
                {
                    Learn(member.Value.GetString()!);
                }
                else
                {
                    Learn(member.Value);
                }
            }
        }
    }

    public string Url(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return Text(url);
        }

        var values = url[(query + 1)..].Split('&').Select(static pair => pair.Split('=', 2) is [var name, var value] && value.Length > 0 && SecretNames.Contains(Uri.UnescapeDataString(name)) ? $"{name}={Mask}" : pair);
        return Text($"{url[..query]}?{string.Join('&', values)}");
    }

    /// <summary>Learns what a query tells.</summary>
    public void LearnUrl(string url)
    {
        foreach (var pair in url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&'))
        {
            if (pair.Split('=', 2) is [var name, var value] && SecretNames.Contains(Uri.UnescapeDataString(name)))
            {
                Learn(Uri.UnescapeDataString(value));
            }
        }
    }

    /// <summary>An exchange without secrets.</summary>
    public GlmRecordedExchange Exchange(GlmRecordedExchange exchange) => exchange with
    {
        Request = exchange.Request with { Url = Url(exchange.Request.Url), Body = Body(exchange.Request.Body) },
        Response = exchange.Response with
        {
            Body = Body(exchange.Response.Body),
            Chunks = exchange.Response.Chunks is { } chunks ? Chunks(chunks) : null,
        },
    };

    public GlmRecordedBody Body(GlmRecordedBody body)
        => body.Json is { } json ? GlmRecordedBody.Of(Json(json)) : body.Text is { } text ? GlmRecordedBody.Of(Text(text)) : GlmRecordedBody.Of(Masked(body.Bytes));

    /// <summary>The chunks with secrets blotted out byte by byte, so that a secret that is cut in two is found and no boundary moves.</summary>
    public IReadOnlyList<GlmRecordedChunk> Chunks(IReadOnlyList<GlmRecordedChunk> chunks)
    {
        byte[] all = [.. chunks.SelectMany(static chunk => chunk.Data.ToArray())];
        ReadOnlyMemory<byte> masked = Masked(all);
        var at = 0;
        return [.. chunks.Select(chunk => chunk with { Data = masked.Slice((at += chunk.Data.Length) - chunk.Data.Length, chunk.Data.Length) })];
    }

    /// <summary>A text without secrets.</summary>
    public string Text(string text)
    {
        foreach (var secret in Secrets())
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return JsonWebToken().Replace(text, Mask);
    }

    private void Learn(string secret)
    {
        if (secret.Length >= ShortestSecret)
        {
            lock (_gate)
            {
                _secrets.Add(secret);
            }
        }
    }

    // The longest first: a key, before its second half.
    private string[] Secrets()
    {
        lock (_gate)
        {
            return [.. _secrets.OrderByDescending(static secret => secret.Length).ThenBy(static secret => secret, StringComparer.Ordinal)];
        }
    }

    /// <summary>JSON without secrets.</summary>
    public JsonElement Json(JsonElement json)
    {
        using var document = JsonDocument.Parse(ToolJson.Text(writer => Write(writer, json)));
        return document.RootElement.Clone();
    }

    private void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(Text(member.Name));
                    if (SecretNames.Contains(member.Name) && member.Value.ValueKind is JsonValueKind.String)
                    {
                        writer.WriteStringValue(Mask);
                    }
                    else
                    {
                        Write(writer, member.Value);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(json.GetString()!));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private byte[] Masked(ReadOnlyMemory<byte> bytes)
    {
        var masked = bytes.ToArray();
        foreach (var secret in Secrets())
        {
            Blot(masked, Encoding.UTF8.GetBytes(secret));
        }

        foreach (Match token in JsonWebToken().Matches(Encoding.Latin1.GetString(masked)))
        {
            masked.AsSpan(token.Index, token.Length).Fill((byte)'*');
        }

        return masked;
    }

    private static void Blot(Span<byte> bytes, ReadOnlySpan<byte> secret)
    {
        for (int at; (at = bytes.IndexOf(secret)) >= 0; bytes = bytes[(at + secret.Length)..])
        {
            bytes.Slice(at, secret.Length).Fill((byte)'*');
        }
    }

    [GeneratedRegex("eyJ[A-Za-z0-9_-]{8,}[.][A-Za-z0-9_-]{8,}[.][A-Za-z0-9_-]{8,}")]
    private static partial Regex JsonWebToken();
}
