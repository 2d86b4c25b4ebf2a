using System.Net;

namespace GlmTools.Tests.Client;

public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"error":{"code":"1301","message":"no"}}""", "1301")]
    [InlineData("""{"error":{"code":1301,"message":"no"}}""", "1301")]
    [InlineData("""{"contentFilter":[{"level":1,"role":"user"}],"error":{"code":"1301","message":"no"},"request_id":"r1"}""", "1301")]
    [InlineData("""{"code":1301,"message":"no"}""", "1301")]
    [InlineData("""{"code":1301,"msg":"no","success":false}""", "1301")]
    [InlineData("""{"error":"no"}""", null)]
    [InlineData("""{"detail":"no"}""", null)]
    public async Task An_error_is_read_in_any_of_its_shapes(string body, string? code)
    {
        var failure = await FailAsync(body, 400);

        Assert.Equal(code, failure.Code);
        Assert.Contains(": no.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(body.Contains("r1", StringComparison.Ordinal) ? "r1" : null, failure.RequestId);
    }

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>", 502)]
    [InlineData("", 503)]
    [InlineData("[]", 500)]
    [InlineData("{\"error\":", 520)]
    public async Task A_body_that_is_no_error_of_the_service_says_so(string body, int status)
    {
        var failure = await FailAsync(body, status);

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Null(failure.Code);
        Assert.Equal(GlmErrorCategory.Server, failure.Category);
        Assert.True(failure.IsTransient);
        Assert.StartsWith($"GLM answered HTTP {status} with a body that is neither", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>log in to the hotel's network</html>")]
    [InlineData("{\"choices\":[{\"mess")]
    [InlineData("{}")]
    public async Task An_answer_that_is_none_is_a_failure_of_the_server(string body)
        => Assert.Equal(GlmErrorCategory.Server, (await FailAsync(body, 200)).Category);

    [Fact]
    public async Task An_error_with_status_200_is_an_error()
    {
        var failure = await FailAsync("""{"code":401,"msg":"令牌已过期或验证不正确","success":false}""", 200);

        Assert.Equal(GlmErrorCategory.Authentication, failure.Category);
        Assert.Equal("GLM answered HTTP 200, code 401: 令牌已过期或验证不正确. Check the API key, and that it belongs to this base address.", failure.Message);
    }

    [Fact]
    public async Task Too_many_tokens_a_minute_are_no_overflow()
        => Assert.Equal(GlmErrorCategory.RateLimit, (await FailAsync("""{"error":{"message":"exceeded the max of 60000 tokens per minute"}}""", 429)).Category);

    [Theory]
    [InlineData("""{"error":{"code":"400","message":"tokens in request more than max tokens allowed: limit exceeded"}}""")]
    [InlineData("""{"error":{"code":400,"message":"request (45002 tokens) exceeds the available context size (8192 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":45002,"n_ctx":8192}}""")]
    public async Task Too_many_tokens_are_recognised_without_a_code(string body)
        => Assert.Equal(GlmErrorCategory.ContextWindow, (await FailAsync(body, 400)).Category);

    [Fact]
    public async Task The_message_is_one_line()
        => Assert.Equal("GLM answered HTTP 400, code 1214: messages is wrong.", (await FailAsync("""{"error":{"code":"1214","message":"messages\nis wrong."}}""", 400)).Message);

    [Fact]
    public async Task A_message_that_quotes_the_token_is_shown_without_it()
    {
        const string Key = "0123456789abcdef.AbCdEfGhIjKlMnOp";
        foreach (var authentication in Enum.GetValues<GlmAuthentication>())
        {
            string? token = null;
            FakeService service = null!;
            service = new FakeService(() =>
            {
                token = service.Tokens[^1];
                return FakeService.Error(401, "1002", $"{token} and {Key} and AbCdEfGhIjKlMnOp")();
            });

            var failure = await Assert.ThrowsAsync<GlmApiException>(() => service.Connect(Key, new() { Authentication = authentication }).CompleteAsync());

            Assert.DoesNotContain(token!, failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("AbCdEfGhIjKlMnOp", failure.ToString(), StringComparison.Ordinal);
            Assert.Contains("*** and *** and ***", failure.Message, StringComparison.Ordinal);
        }
    }

    private static Task<GlmApiException> FailAsync(string body, int status)
        => Assert.ThrowsAsync<GlmApiException>(() => new FakeService(FakeService.Json(body, status)).Connect(options: new() { MaxRetries = 0 }).CompleteAsync());
}
