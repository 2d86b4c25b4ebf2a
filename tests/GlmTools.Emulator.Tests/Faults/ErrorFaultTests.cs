namespace GlmTools.Emulator.Tests.Faults;

/// <summary>Errors in place of an answer, whole and streamed.</summary>
public sealed class ErrorFaultTests
{
    [Theory]
    [InlineData("no-authentication", 401, "1001")]
    [InlineData("invalid-token", 401, "1002")]
    [InlineData("expired-token", 401, "1003")]
    [InlineData("illegal-messages", 400, "1214")]
    [InlineData("prompt-too-long", 400, "1261")]
    [InlineData("unsafe-content", 400, "1301")]
    [InlineData("rate-limited", 429, "1302")]
    [InlineData("overloaded", 429, "1305")]
    [InlineData("arrears", 429, "1113")]
    [InlineData("usage-limit", 429, "1308")]
    [InlineData("internal-error", 500, "500")]
    public async Task The_answer_is_an_error_in_plain_JSON(string fault, int status, string code)
    {
        foreach (var stream in new[] { false, true })
        {
            var answer = await FaultProfile.Find(fault)!.AnswerAsync(EmulatedReply.Call("now", "{}"), stream);

            Assert.Equal((status, code), (answer.Status, answer.Code));
            Assert.StartsWith("application/json", answer.ContentType, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unsafe_content_names_whose_it_was()
        => Assert.StartsWith(
            "{\"contentFilter\":[{\"level\":1,\"role\":\"user\"}],\"error\":{\"code\":\"1301\",",
            (await FaultProfile.UnsafeContent.AnswerAsync(EmulatedReply.Say("x"), stream: false)).Body,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_usage_limit_names_the_time_of_its_reset()
        => Assert.Contains("reset at 2026-11-23 08:00:00", (await FaultProfile.UsageLimit.AnswerAsync(EmulatedReply.Say("x"), stream: true)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_proxy_answers_with_a_page()
    {
        var answer = await FaultProfile.HtmlBadGateway.AnswerAsync(EmulatedReply.Say("x"), stream: true);

        Assert.Equal((502, "text/html"), (answer.Status, answer.ContentType));
        Assert.StartsWith("<html>", answer.Body, StringComparison.Ordinal);
    }
}
