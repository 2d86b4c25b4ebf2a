using System.Text.Json;

namespace GlmTools.Emulator.Tests;

public class SyncFramingTests
{
    private static readonly ManualTime Clock = new();

    [Fact]
    public async Task Text_is_one_envelope_byte_for_byte()
    {
        var (body, id) = await AnswerAsync(EmulatedReply.Say("北京今天 \"晴\""), Wire.Ask("今天北京天气如何?"));

        Assert.Equal(
            $$$$"""{"id":"{{{{id}}}}","created":1795356916,"object":"chat.completion","model":"glm-4.6","request_id":"{{{{id}}}}","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"北京今天 \"晴\""}}],"usage":{"prompt_tokens":14,"completion_tokens":5,"total_tokens":19,"prompt_tokens_details":{"cached_tokens":0}}}""",
            body);
    }

    [Fact]
    public async Task Parallel_calls_have_null_content_and_ids_that_count_upward()
    {
        var calls = EmulatedReply.Calls(new("get_current_weather", """{"location":"北京"}"""), new("plan_trip", "{no json"));
        var (body, id) = await AnswerAsync(calls, Wire.Ask("hi"));

        var first = ulong.Parse(JsonDocument.Parse(body).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("tool_calls")[0].GetProperty("id").GetString()!["call_".Length..]);
        Assert.Equal(
            $$$$"""{"id":"{{{{id}}}}","created":1795356916,"object":"chat.completion","model":"glm-4.6","request_id":"{{{{id}}}}","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_{{{{first}}}}","index":0,"type":"function","function":{"name":"get_current_weather","arguments":"{\"location\":\"北京\"}"}},{"id":"call_{{{{first + 1}}}}","index":1,"type":"function","function":{"name":"plan_trip","arguments":"{no json"}}]}}],"usage":{"prompt_tokens":8,"completion_tokens":15,"total_tokens":23,"prompt_tokens_details":{"cached_tokens":0}}}""",
            body);
    }

    [Fact]
    public async Task Reasoning_finish_reason_call_id_and_request_id_are_taken_over()
    {
        var reply = EmulatedReply.Call("f", "{}", "call_mine") with { Reasoning = "\nhm", Text = "\n", FinishReason = "sensitive" };
        var (body, id) = await AnswerAsync(reply, Wire.Ask("hi", ""","request_id":"my-request" """));

        Assert.Equal(
            $$$$"""{"id":"{{{{id}}}}","created":1795356916,"object":"chat.completion","model":"glm-4.6","request_id":"my-request","choices":[{"index":0,"finish_reason":"sensitive","message":{"role":"assistant","content":"\n","reasoning_content":"\nhm","tool_calls":[{"id":"call_mine","index":0,"type":"function","function":{"name":"f","arguments":"{}"}}]}}],"usage":{"prompt_tokens":8,"completion_tokens":2,"total_tokens":10,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":1}}}""",
            body);
    }

    [Fact]
    public async Task An_id_is_the_time_in_Beijing_and_16_hex_digits()
    {
        var (_, id) = await AnswerAsync(EmulatedReply.Say("x"), Wire.Ask("hi"));
        Assert.Matches("^20261122221516[0-9a-f]{16}$", id);
    }

    private static async Task<(string Body, string Id)> AnswerAsync(EmulatedReply reply, string request)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(reply), TimeProvider = Clock });
        var answer = await emulator.PostAsync(request);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json; charset=UTF-8", answer.ContentType);
        return (answer.Body, JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString()!);
    }
}
