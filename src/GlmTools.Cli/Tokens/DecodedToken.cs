using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Cli.Tokens;

/// <summary>A JWT taken apart (protocol sheet 1.3): what it says, and what the service would make of it.</summary>
internal sealed class DecodedToken
{
    /// <summary>The first 13-digit number: a time below it is in seconds, not in milliseconds.</summary>
    private const long FirstMilliseconds = 1_000_000_000_000;

    private readonly string _signed;
    private readonly byte[] _signature;

    private DecodedToken(JsonObject header, JsonObject payload, string signed, byte[] signature)
        => (Header, Payload, _signed, _signature) = (header, payload, signed, signature);

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    /// <summary>Takes a token apart. No message shows any of it: it may be a key by mistake.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static DecodedToken Parse(string token)
    {
        var text = token.Trim();
        text = text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text["Bearer ".Length..].Trim() : text;
        if (text.Split('.') is not [var head, var payload, var signature])
        {
            throw new CliException(text.Split('.').Length == 2 ? "this is an API key, not a JWT; set ZHIPUAI_API_KEY to it to mint one." : "this is no JWT, which has three parts with dots between them.");
        }

        try
        {
            return new(Read(head), Read(payload), $"{head}.{payload}", Base64Url.DecodeFromChars(signature));
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            throw new CliException("this is no JWT: its parts are not JSON objects and a signature in base64url.");
        }
    }

    /// <summary>What the service would object to; none where it takes the token.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="apiKey">The key it should be signed with, or <see langword="null"/> where that is not known.</param>
    public IEnumerable<string> Problems(DateTimeOffset now, string? apiKey)
    {
        if (Text(Header, "alg") != "HS256" || Text(Header, "sign_type") != "SIGN")
        {
            yield return "the header must have \"alg\": \"HS256\" and \"sign_type\": \"SIGN\"";
        }

        foreach (var name in new[] { "exp", "timestamp" })
        {
            if (Time(name) is not { } time)
            {
                yield return $"\"{name}\" must be a whole number of milliseconds since the Unix epoch";
            }
            else if (time < FirstMilliseconds)
            {
                yield return $"\"{name}\" is in seconds; GLM counts milliseconds, 13 digits";
            }
        }

        if (Time("exp") is >= FirstMilliseconds and var expires && expires <= now.ToUnixTimeMilliseconds())
        {
            yield return $"it expired {DateTimeOffset.FromUnixTimeMilliseconds(expires):yyyy-MM-dd HH:mm:ss'Z'}";
        }

        if (apiKey?.Split('.') is [var id, var secret])
        {
            if (Text(Payload, "api_key") != id)
            {
                yield return "\"api_key\" is not the id of the key in the environment";
            }
            else if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(_signed)), _signature))
            {
                yield return "the signature is not that of the key in the environment";
            }
        }
    }

    private long? Time(string name) => Payload[name] is JsonValue value && value.TryGetValue(out long time) ? time : null;

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject Read(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
