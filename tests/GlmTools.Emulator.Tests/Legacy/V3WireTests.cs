using System.Text;
using System.Text.Json;

namespace GlmTools.Emulator.Tests.Legacy;

/// <summary>What the emulated third version takes and refuses, without a client between.</summary>
public sealed class V3WireTests
{
    private const string Question = """{"prompt":[{"role":"user","content":"你好"}]}""";

    private static readonly HttpClient Http = new();

    [Fact]
    public async Task The_JWT_stands_alone_in_the_header()
    {
        await using var emulator = await StartAsync();
        var (id, secret) = emulator.ApiKey.Split('.') is [var first, var second] ? (first, second) : default;
        var jwt = Jwt(id, secret);

        Assert.Equal(200, (await SendAsync(emulator, jwt)).GetProperty("code").GetInt32());
        foreach (var wrong in new[] { $"Bearer {jwt}", emulator.ApiKey, $"Bearer {emulator.ApiKey}" })
        {
            Assert.Equal(1002, (await SendAsync(emulator, wrong)).GetProperty("code").GetInt32());
        }

        Assert.Equal(1001, (await SendAsync(emulator, null)).GetProperty("code").GetInt32());
        Assert.Equal(1004, (await SendAsync(emulator, Jwt(id, "another secret"))).GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("glm-4", Question, 1211)]
    [InlineData("chatglm_pro", "[]", 1210)]
    [InlineData("chatglm_pro", "{}", 1213)]
    [InlineData("chatglm_pro", """{"prompt":[]}""", 1214)]
    [InlineData("chatglm_pro", """{"prompt":"hello"}""", 1214)]
    [InlineData("chatglm_pro", """{"prompt":[{"role":"system","content":"x"}]}""", 1214)]
    [InlineData("chatglm_pro", """{"prompt":[{"role":"user"}]}""", 1214)]
    [InlineData("chatglm_pro", """{"prompt":[{"role":"user","content":"x"}],"return_type":"xml"}""", 1210)]
    [InlineData("chatglm_pro", """{"prompt":[{"role":"user","content":"x"}],"incremental":1}""", 1210)]
    [InlineData("chatglm_pro", """{"prompt":[{"role":"user","content":"x"}],"ref":{"enable":"yes"}}""", 1210)]
    public async Task A_wrong_request_is_refused_in_the_form_of_V3(string model, string body, int code)
    {
        await using var emulator = await StartAsync();

        var answer = await SendAsync(emulator, Jwt(emulator), $"{model}/invoke", body);

        Assert.Equal((code, false), (answer.GetProperty("code").GetInt32(), answer.GetProperty("success").GetBoolean()));
        Assert.NotEmpty(answer.GetProperty("msg").GetString()!);
    }

    [Theory]
    [InlineData("-/async-invoke/none", 1210)]
    [InlineData("chatglm_pro/async-invoke", 1222)]
    public async Task What_does_not_exist_is_told(string path, int code)
    {
        await using var emulator = await StartAsync();

        Assert.Equal(code, (await SendAsync(emulator, Jwt(emulator), path, null)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_model_that_calls_tools_is_a_mistake_of_the_script()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Call("f", "{}"));

        Assert.Equal(500, (await SendAsync(emulator, Jwt(emulator))).GetProperty("code").GetInt32());
    }

    private static Task<GlmEmulator> StartAsync() => GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("好")) });

    private static async Task<JsonElement> SendAsync(GlmEmulator emulator, string? authorization, string path = "chatglm_pro/invoke", string? body = Question)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, $"{emulator.V3Address}/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await Http.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static string Jwt(GlmEmulator emulator) => Jwt(emulator.ApiKey.Split('.')[0], emulator.ApiKey.Split('.')[1]);

    private static string Jwt(string id, string secret)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var signed = $"{Encode("""{"alg":"HS256","sign_type":"SIGN"}""")}.{Encode($$"""{"api_key":"{{id}}","exp":{{now + 60_000}},"timestamp":{{now}}}""")}";
        return $"{signed}.{Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed))).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";

        static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
