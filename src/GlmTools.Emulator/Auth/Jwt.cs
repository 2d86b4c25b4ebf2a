using System.Buffers.Text;
using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Auth;

/// <summary>The parts of a JWT that the service looks at (protocol sheet 1.3), read but not yet believed.</summary>
internal sealed class Jwt
{
    /// <summary>Whether the header has <c>alg</c> HS256 and <c>sign_type</c> SIGN.</summary>
    public required bool IsHs256 { get; init; }

    /// <summary>The id part of the API key.</summary>
    public required string ApiKeyId { get; init; }

    /// <summary><c>exp</c>, in milliseconds since the Unix epoch.</summary>
    public required long Expires { get; init; }

    /// <summary><c>timestamp</c>, in milliseconds since the Unix epoch.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Header and payload as they came: what is signed.</summary>
    public required string Signed { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>The token, or <see langword="null"/> when something of it is missing or cannot be read.</summary>
    public static Jwt? Parse(string head, string payload, string signature)
    {
        using var header = ParseObject(head);
        using var claims = ParseObject(payload);
        return header is not null
            && claims?.RootElement.Text("api_key") is { } apiKeyId
            && claims.RootElement.Number("exp") is { } expires
            && claims.RootElement.Number("timestamp") is { } timestamp
            && Decode(signature) is { } signatureBytes
            ? new Jwt
            {
                IsHs256 = header.RootElement.Text("alg") == "HS256" && header.RootElement.Text("sign_type") == "SIGN",
                ApiKeyId = apiKeyId,
                Expires = expires,
                Timestamp = timestamp,
                Signed = $"{head}.{payload}",
                Signature = signatureBytes,
            }
            : null;
    }

    private static JsonDocument? ParseObject(string part) => Decode(part) is { } json ? StrictJson.ParseObject(json) : null;

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
