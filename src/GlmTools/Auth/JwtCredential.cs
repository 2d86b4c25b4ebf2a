using System.IdentityModel.Tokens.Jwt;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace GlmTools;

/// <summary>A token signed with the secret part of the key, kept until shortly before it expires (protocol sheet 1.3).</summary>
internal sealed class JwtCredential : GlmCredential
{
    /// <summary>How long a token lives, and how long before its end a new one is made: what the official Python SDK does.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(210);
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    /// <summary>The block size of SHA-256: HMAC itself pads shorter keys with zero bytes up to it.</summary>
    private const int BlockSize = 64;

    private readonly Lock _lock = new();
    private readonly string _id;
    private readonly string _secret;
    private readonly SigningCredentials _signing;
    private readonly TimeProvider _time;
    private string? _token;
    private string? _former;
    private DateTimeOffset _renewAt;

    public JwtCredential(string apiKey, TimeProvider time)
    {
        if (apiKey.Split('.') is not [{ Length: > 0 } id, { Length: > 0 } secret])
        {
            throw new ArgumentException("The API key does not have the form id.secret, which signing a JWT needs; use GlmAuthentication.ApiKey to send it as it is.", nameof(apiKey));
        }

        (_id, _secret, _time) = (id, secret, time);

        // The library refuses keys under 32 bytes (IDX10720), and GLM's have 16. Padded as HMAC pads them, they sign the same.
        var key = Encoding.UTF8.GetBytes(secret);
        Array.Resize(ref key, Math.Max(key.Length, BlockSize));
        _signing = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256)
        {
            // The default factory would keep the secret in a process-wide cache.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    public override bool CanRenew => true;

    /// <summary>Whether the token stands alone in the header, without <c>Bearer</c>, as V3 wants it (protocol sheet 10).</summary>
    public bool IsBare { get; init; }

    public override ValueTask<AuthenticationHeaderValue?> AuthorizeAsync(CancellationToken cancellationToken)
        => IsBare ? new(new AuthenticationHeaderValue(GetToken())) : base.AuthorizeAsync(cancellationToken);

    public override string GetToken()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (_token is null || now >= _renewAt)
            {
                (_former, _token) = (_token ?? _former, Sign(now));
                _renewAt = now + Life - Early;
            }

            return _token;
        }
    }

    public override void Renew(object? stamp)
    {
        lock (_lock)
        {
            (_former, _token) = (_token ?? _former, null);
        }
    }

    protected override IEnumerable<string> Secrets()
    {
        lock (_lock)
        {
            // An answer to a request that went out before the last renewal may quote the token of then.
            return [.. new[] { _token, _former }.OfType<string>(), $"{_id}.{_secret}", _secret];
        }
    }

    private string Sign(DateTimeOffset now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        var header = new JwtHeader(_signing) { ["sign_type"] = "SIGN" };
        var payload = new JwtPayload
        {
            ["api_key"] = _id,
            ["exp"] = milliseconds + (long)Life.TotalMilliseconds,
            ["timestamp"] = milliseconds,
        };
        return new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(header, payload));
    }
}
