using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Assistants;

/// <summary>The access tokens in use: JWTs with times in seconds, unlike those of the platform (protocol sheet 9.1).</summary>
internal sealed class AccessTokens(TimeSpan life, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiry = [];

    public TimeSpan Life => life;

    public string Issue()
    {
        var now = time.GetUtcNow();
        var claims = StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("fresh", false);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteString("jti", Guid.NewGuid().ToString());
            json.WriteString("type", "access");
            json.WriteNumber("nbf", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + life).ToUnixTimeSeconds());
            json.WriteEndObject();
        });
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        var token = $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(signed)))}";
        _expiry[token] = now + life;
        return token;
    }

    /// <summary>Whether an Authorization header holds a token that was issued here and is still good.</summary>
    public bool Accepts(string? header)
        => header is not null
            && header.StartsWith(Scheme, StringComparison.Ordinal)
            && _expiry.TryGetValue(header[Scheme.Length..], out var expiry)
            && time.GetUtcNow() < expiry;

    public void Revoke() => _expiry.Clear();
}
