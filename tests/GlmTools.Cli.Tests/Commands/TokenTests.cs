using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class TokenTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Secret = "Abcdefgh12345678";

    [Fact]
    public async Task A_minted_token_is_one_the_service_takes()
    {
        var token = (await WithKey().InvokeAsync("token")).Ok().Trim();
        var json = (await WithKey().InvokeAsync("token", token, "--json")).Json;
        var payload = json.GetProperty("payload");

        Assert.True(json.GetProperty("valid").GetBoolean());
        Assert.Equal("checked", json.GetProperty("signature").GetString());
        Assert.Equal(Id, payload.GetProperty("api_key").GetString());
        Assert.Equal(210_000, payload.GetProperty("exp").GetInt64() - payload.GetProperty("timestamp").GetInt64());
        Assert.Equal(13, payload.GetProperty("timestamp").GetRawText().Length);
    }

    [Fact]
    public async Task The_secret_is_never_printed()
    {
        foreach (var arguments in new string[][] { ["token"], ["token", "--json"], ["token", $"{Id}.{Secret}"], ["token", Secret] })
        {
            var printed = await WithKey().InvokeAsync(arguments);
            Assert.DoesNotContain(Secret, printed.Out + printed.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_of_another_key_does_not_verify()
    {
        var token = (await WithKey().InvokeAsync("token")).Ok().Trim();
        var other = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = $"{Id}.another1another1" } };
        var printed = await other.InvokeAsync("token", token);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("problem    the signature is not that of the key in the environment", printed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seconds_in_place_of_milliseconds_are_told()
    {
        // {"alg":"HS256","sign_type":"SIGN"} . {"api_key":"x","exp":1795351429,"timestamp":1795351219}
        const string Token = "eyJhbGciOiJIUzI1NiIsInNpZ25fdHlwZSI6IlNJR04ifQ.eyJhcGlfa2V5IjoieCIsImV4cCI6MTc5NTM1MTQyOSwidGltZXN0YW1wIjoxNzk1MzUxMjE5fQ.AAAA";
        var printed = await Glmtools.RunWithInputAsync($"Bearer {Token}\n", "token", "-");

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("\"exp\" is in seconds; GLM counts milliseconds, 13 digits", printed.Out, StringComparison.Ordinal);
        Assert.Contains("signature  not checked, because no key is set", printed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_minted()
        => Assert.Contains("set ZHIPUAI_API_KEY", (await Glmtools.RunAsync("token")).Failure(ExitCode.BadInput), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.b", "this is an API key, not a JWT")]
    [InlineData("a", "this is no JWT, which has three parts")]
    [InlineData("a.b.c", "its parts are not JSON objects")]
    public async Task What_is_no_token_is_told(string text, string message)
        => Assert.Contains(message, (await Glmtools.RunAsync("token", text)).Failure(ExitCode.BadInput), StringComparison.Ordinal);

    private static Glmtools WithKey() => new() { Variables = { ["ZHIPUAI_API_KEY"] = $"{Id}.{Secret}" } };
}
