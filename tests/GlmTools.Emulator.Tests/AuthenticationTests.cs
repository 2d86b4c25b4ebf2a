using System.Security.Cryptography;
using System.Text;

namespace GlmTools.Emulator.Tests;

public class AuthenticationTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Secret = "AbCdEfGh12345678";
    private const string Head = """{"alg":"HS256","sign_type":"SIGN"}""";

    private static readonly ManualTime Clock = new();
    private static readonly long Now = Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public static TheoryData<string, string> Good => new()
    {
        { "raw key as bearer", $"Bearer {Id}.{Secret}" },
        { "raw key with a scheme in lower case", $"bearer {Id}.{Secret}" },
        { "raw key alone", $"{Id}.{Secret}" },
        { "JWT as bearer", "Bearer " + Jwt(Head, Payload(Now + 1)) },
        { "JWT alone", Jwt(Head, Payload(Now + 1)) },
        { "JWT with typ", Jwt("""{"alg":"HS256","typ":"JWT","sign_type":"SIGN"}""", Payload(Now + 1)) },
        { "JWT in microseconds, as the Node client writes it", Jwt(Head, Payload(Now * 1000, Now * 1000)) },
    };

    public static TheoryData<string, string?, string> Bad => new()
    {
        { "no header", null, "1001" },
        { "empty header", "", "1001" },
        { "a scheme and nothing", "Bearer ", "1002" },
        { "no dot", "Bearer abc", "1002" },
        { "no secret", $"Bearer {Id}.", "1002" },
        { "no id", $"Bearer .{Secret}", "1002" },
        { "four parts", "Bearer a.b.c.d", "1002" },
        { "another scheme", $"Basic {Id}.{Secret}x", "1000" },
        { "no base64", "Bearer a!.b!.c!", "1002" },
        { "header no JSON", Jwt("nope", Payload(Now + 1)), "1002" },
        { "payload no object", Jwt(Head, "[]"), "1002" },
        { "payload with text that is no Unicode", Jwt(Head, $$"""{"api_key":"\ud800","exp":{{Now + 1}},"timestamp":{{Now}}}"""), "1002" },
        { "signature no base64", Jwt(Head, Payload(Now + 1))[..^3] + "!!!", "1002" },
        { "no api_key", Jwt(Head, $$"""{"exp":{{Now + 1}},"timestamp":{{Now}}}"""), "1002" },
        { "no exp", Jwt(Head, $$"""{"api_key":"{{Id}}","timestamp":{{Now}}}"""), "1002" },
        { "no timestamp", Jwt(Head, $$"""{"api_key":"{{Id}}","exp":{{Now + 1}}}"""), "1002" },
        { "exp as text", Jwt(Head, $$"""{"api_key":"{{Id}}","exp":"{{Now + 1}}","timestamp":{{Now}}}"""), "1002" },
        { "another alg", Jwt("""{"alg":"none","sign_type":"SIGN"}""", Payload(Now + 1)), "1002" },
        { "no sign_type", Jwt("""{"alg":"HS256"}""", Payload(Now + 1)), "1002" },
        { "expired this millisecond", Jwt(Head, Payload(Now)), "1003" },
        { "exp in seconds", Jwt(Head, Payload(Now / 1000 + 60)), "1003" },
        { "timestamp in seconds", Jwt(Head, Payload(Now + 1, Now / 1000)), "1003" },
        { "wrong secret in a JWT", Jwt(Head, Payload(Now + 1), "AbCdEfGh12345679"), "1004" },
        { "a signature of another length", Jwt(Head, Payload(Now + 1)) + "AAAA", "1004" },
        { "wrong secret and expired", Jwt(Head, Payload(Now), "AbCdEfGh12345679"), "1004" },
        { "unknown key", $"Bearer {Id}.AbCdEfGh12345679", "1000" },
        { "unknown id", $"Bearer f{Id[1..]}.{Secret}", "1000" },
        { "unknown id in a JWT", Jwt(Head, Payload(Now + 1).Replace("0123", "f123")), "1000" },
    };

    [Theory, MemberData(nameof(Good))]
    public async Task Is_accepted(string name, string authorization)
    {
        var answer = await SendAsync(authorization);
        Assert.True(answer.Status == 200, $"{name}: {answer.Body}");
    }

    [Theory, MemberData(nameof(Bad))]
    public async Task Is_refused(string name, string? authorization, string code)
    {
        var answer = await SendAsync(authorization);

        Assert.True(answer.Status == 401, name);
        Assert.Equal("application/json; charset=UTF-8", answer.ContentType);
        Assert.Equal(code, answer.Code);
        Assert.DoesNotContain(Secret, answer.Body);
    }

    [Fact]
    public async Task Comes_before_routing()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.SendAsync(HttpMethod.Get, "no/such/path", null, null);
        Assert.Equal((401, "1001"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_key_is_made_in_the_form_of_the_service_and_differs_each_time()
    {
        await using var one = await Wire.StartAsync(EmulatedReply.Say("x"));
        await using var other = await Wire.StartAsync(EmulatedReply.Say("x"));

        Assert.Matches("^[0-9a-f]{32}\\.[A-Za-z0-9]{16}$", one.ApiKey);
        Assert.NotEqual(one.ApiKey, other.ApiKey);
    }

    [Theory]
    [InlineData("onlysecret1234")]
    [InlineData("a.onlysecret1234.b")]
    [InlineData("onlysecret1234.")]
    [InlineData("")]
    public async Task A_key_of_another_form_is_not_started_with(string key)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(), ApiKey = key }));
        Assert.DoesNotContain("onlysecret1234", exception.ToString());
    }

    [Fact]
    public void Nothing_prints_the_key()
        => Assert.DoesNotContain(Secret, new GlmEmulatorOptions { Model = EmulatedModel.InOrder(), ApiKey = $"{Id}.{Secret}" }.ToString());

    private static async Task<Wire.Answer> SendAsync(string? authorization)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(EmulatedReply.Say("x")), ApiKey = $"{Id}.{Secret}", TimeProvider = Clock });
        return await emulator.SendAsync(HttpMethod.Post, "chat/completions", authorization, Wire.Ask("hi"));
    }

    private static string Payload(long exp, long? timestamp = null) => $$"""{"api_key":"{{Id}}","exp":{{exp}},"timestamp":{{timestamp ?? Now}}}""";

    private static string Jwt(string head, string payload, string secret = Secret)
    {
        var signed = $"{Base64Url(Encoding.UTF8.GetBytes(head))}.{Base64Url(Encoding.UTF8.GetBytes(payload))}";
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return $"{signed}.{Base64Url(hmac.ComputeHash(Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
