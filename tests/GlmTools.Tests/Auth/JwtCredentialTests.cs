using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Auth;

public sealed class JwtCredentialTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Secret = "AbCdEfGhIjKlMnOp";

    [Theory]
    [InlineData(Secret)]
    [InlineData("s")]
    [InlineData("a secret of more than sixty-four bytes is hashed by HMAC first, not cut off")]
    public void The_signature_is_the_HMAC_of_the_bare_secret(string secret)
    {
        var token = new JwtCredential($"{Id}.{secret}", TimeProvider.System).GetToken();

        var dot = token.LastIndexOf('.');
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(token[..dot]));
        Assert.Equal(Base64Url.EncodeToString(expected), token[(dot + 1)..]);
    }

    [Fact]
    public void Header_and_payload_are_those_of_the_protocol()
    {
        var clock = new ManualTimeProvider();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();

        var parts = Create(clock).GetToken().Split('.');

        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal("HS256", header.RootElement.GetProperty("alg").GetString());
        Assert.Equal("SIGN", header.RootElement.GetProperty("sign_type").GetString());
        Assert.Equal(Id, payload.RootElement.GetProperty("api_key").GetString());
        Assert.Equal(now, payload.RootElement.GetProperty("timestamp").GetInt64());
        Assert.Equal(now + 210_000, payload.RootElement.GetProperty("exp").GetInt64());
        Assert.Equal(3, payload.RootElement.EnumerateObject().Count());
        Assert.Equal(13, payload.RootElement.GetProperty("exp").GetRawText().Length);
        Assert.Equal(13, payload.RootElement.GetProperty("timestamp").GetRawText().Length);
    }

    [Fact]
    public void A_token_is_kept_for_180_seconds_and_then_renewed()
    {
        var clock = new ManualTimeProvider();
        var credential = Create(clock);
        var first = credential.GetToken();

        clock.Advance(TimeSpan.FromSeconds(179));
        Assert.Equal(first, credential.GetToken());

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, credential.GetToken());
    }

    [Fact]
    public void Renewing_makes_another_token_at_once()
    {
        var clock = new ManualTimeProvider();
        var credential = Create(clock);
        var first = credential.GetToken();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(credential.CanRenew);
        credential.Renew(credential.Stamp);

        Assert.NotEqual(first, credential.GetToken());
    }

    [Theory]
    [InlineData("nodotinthiskey")]
    [InlineData("two.dots.here")]
    [InlineData(".secretonly")]
    [InlineData("idonly.")]
    public void A_key_without_exactly_one_dot_is_refused_and_not_shown(string key)
    {
        var refusal = Assert.Throws<ArgumentException>(() => GlmCredential.Create(key, GlmAuthentication.Jwt, TimeProvider.System));

        Assert.DoesNotContain(key, refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("id.secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_key_or_the_token_is_shown()
    {
        var credential = Create(TimeProvider.System);
        var token = credential.GetToken();

        Assert.Equal("JwtCredential(***)", credential.ToString());
        Assert.Equal("bad token *** of *** and ***", credential.Redact($"bad token {token} of {Id}.{Secret} and {Secret}"));
    }

    [Fact]
    public void The_token_of_before_a_renewal_is_not_shown_either()
    {
        var credential = Create(new ManualTimeProvider(static _ => true));
        var former = credential.GetToken();

        credential.Renew(credential.Stamp);
        Assert.Equal("late: ***", credential.Redact($"late: {former}"));
        credential.GetToken();
        Assert.Equal("late: ***", credential.Redact($"late: {former}"));
    }

    private static JwtCredential Create(TimeProvider time) => new($"{Id}.{Secret}", time);
}
