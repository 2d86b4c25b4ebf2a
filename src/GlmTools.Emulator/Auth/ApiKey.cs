using System.Security.Cryptography;
using System.Text;

namespace GlmTools.Emulator.Auth;

/// <summary>The key of the service, <c>id.secret</c>.</summary>
internal sealed class ApiKey
{
    private const string Alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly byte[] _text;
    private readonly byte[] _secret;

    private ApiKey(string id, string secret)
    {
        Id = id;
        Text = $"{id}.{secret}";
        _text = Encoding.UTF8.GetBytes(Text);
        _secret = Encoding.UTF8.GetBytes(secret);
    }

    public string Id { get; }

    public string Text { get; }

    /// <summary>A key of the form that is seen in the wild (protocol sheet 1.2).</summary>
    public static ApiKey Random() => new(RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetString(Alphanumerics, 16));

    /// <exception cref="ArgumentException">The key has no id, no secret, or not exactly one dot.</exception>
    public static ApiKey Parse(string key) => key.Split('.') is [{ Length: > 0 } id, { Length: > 0 } secret]
        ? new(id, secret)
        : throw new ArgumentException("An API key has the form id.secret, with exactly one dot.");

    public bool IsRawKey(string token) => CryptographicOperations.FixedTimeEquals(_text, Encoding.UTF8.GetBytes(token));

    public bool IsSignature(ReadOnlySpan<byte> signature, string signed)
        => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(signed)), signature);
}
