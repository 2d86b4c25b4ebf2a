using System.Text.Json;

namespace GlmTools.Emulator.Tests;

public class StreamFramingTests
{
    private const string TwoCallsUsage = ""","usage":{"prompt_tokens":8,"completion_tokens":7,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":0}}""";

    private static readonly EmulatedCompletion TwoCalls = EmulatedReply.Calls(new("a", """{"x":"北京"}""", "call_7"), new("b", "{bad}😀", "call_8"));

    [Fact]
    public async Task Reasoning_comes_before_text_and_usage_on_the_last_chunk()
    {
        await AssertStreamAsync(
            EmulatedReply.Say("今天北京晴朗") with { Reasoning = "think" },
            ""","stream":true""",
            [
                """{"role":"assistant","reasoning_content":"thin"}""",
                """{"role":"assistant","reasoning_content":"k"}""",
                """{"role":"assistant","content":"今天北京"}""",
                """{"role":"assistant","content":"晴朗"}""",
                """{"role":"assistant","content":""}""",
            ],
            "stop",
            ""","usage":{"prompt_tokens":8,"completion_tokens":6,"total_tokens":14,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":2}}""");
    }

    [Fact]
    public async Task Without_tool_stream_each_call_is_one_delta()
    {
        await AssertStreamAsync(
            TwoCalls,
            ""","stream":true""",
            [
                """{"role":"assistant","tool_calls":[{"id":"call_7","index":0,"type":"function","function":{"name":"a","arguments":"{\"x\":\"北京\"}"}}]}""",
                """{"role":"assistant","tool_calls":[{"id":"call_8","index":1,"type":"function","function":{"name":"b","arguments":"{bad}\uD83D\uDE00"}}]}""",
            ],
            "tool_calls",
            TwoCallsUsage);
    }

    [Fact]
    public async Task With_tool_stream_arguments_come_in_fragments_that_have_only_an_index()
    {
        await AssertStreamAsync(
            TwoCalls,
            ""","stream":true,"tool_stream":true""",
            [
                """{"role":"assistant","tool_calls":[{"id":"call_7","index":0,"type":"function","function":{"name":"a","arguments":""}}]}""",
                """{"role":"assistant","tool_calls":[{"index":0,"function":{"arguments":"{\"x\""}}]}""",
                """{"role":"assistant","tool_calls":[{"index":0,"function":{"arguments":":\"北京"}}]}""",
                """{"role":"assistant","tool_calls":[{"index":0,"function":{"arguments":"\"}"}}]}""",
                """{"role":"assistant","tool_calls":[{"id":"call_8","index":1,"type":"function","function":{"name":"b","arguments":""}}]}""",
                """{"role":"assistant","tool_calls":[{"index":1,"function":{"arguments":"{bad"}}]}""",
                """{"role":"assistant","tool_calls":[{"index":1,"function":{"arguments":"}\uD83D\uDE00"}}]}""",
                """{"role":"assistant","content":""}""",
            ],
            "tool_calls",
            TwoCallsUsage);
    }

    [Fact]
    public async Task An_empty_answer_is_one_chunk()
        => await AssertStreamAsync(
            EmulatedReply.Say("") with { FinishReason = "network_error" },
            ""","stream":true""",
            ["""{"role":"assistant","content":""}"""],
            "network_error",
            ""","usage":{"prompt_tokens":8,"completion_tokens":0,"total_tokens":8,"prompt_tokens_details":{"cached_tokens":0}}""");

    [Theory]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData("a𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷")]
    [InlineData("ae\u0301e\u0301e\u0301e\u0301e\u0301")]
    public async Task A_fragment_never_ends_inside_a_character(string text)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say(text));
        var fragments = Frames((await emulator.PostAsync(Wire.Ask("hi", ""","stream":true"""))).Body).SkipLast(1)
            .Select(frame => JsonDocument.Parse(frame["data: ".Length..]).RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString()!)
            .Where(fragment => fragment.Length > 0)
            .ToList();

        Assert.True(fragments.Count > 1);
        Assert.Equal(text, string.Concat(fragments));
        var characters = new System.Globalization.StringInfo(text).LengthInTextElements;
        Assert.Equal(characters, fragments.Sum(fragment => new System.Globalization.StringInfo(fragment).LengthInTextElements));
    }

    [Fact]
    public async Task A_frame_is_out_before_the_next_one_is_due()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(EmulatedReply.Say("abcdefgh")), TimeProvider = clock, ChunkDelay = TimeSpan.FromMilliseconds(70),
        });
        using var response = await emulator.OpenAsync(Wire.Ask("hi", ""","stream":true"""));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Contains("\"abcd\"", await reader.ReadLineAsync(Patience.Token));
        await clock.TimerStartedAsync();
        Assert.Equal(TimeSpan.FromMilliseconds(70), clock.LastDelay);
        Assert.DoesNotContain("efgh", emulator.Exchanges[0].ResponseBody);
        clock.Fire();
        Assert.Equal("", await reader.ReadLineAsync(Patience.Token));
        Assert.Contains("\"efgh\"", await reader.ReadLineAsync(Patience.Token));
    }

    [Fact]
    public async Task A_client_that_goes_ends_the_stream()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(EmulatedReply.Say("abcdefgh")), TimeProvider = clock, ChunkDelay = TimeSpan.FromDays(1),
        });
        var response = await emulator.OpenAsync(Wire.Ask("hi", ""","stream":true"""));
        await clock.TimerStartedAsync();
        response.Dispose();

        await clock.TimerDisposedAsync();
        Assert.DoesNotContain("[DONE]", emulator.Exchanges[0].ResponseBody);
    }

    [Fact]
    public async Task Disposing_the_emulator_breaks_a_running_stream()
    {
        var clock = new ManualTime();
        var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(EmulatedReply.Say("abcdefgh")), TimeProvider = clock, ChunkDelay = TimeSpan.FromDays(1),
        });
        using var response = await emulator.OpenAsync(Wire.Ask("hi", ""","stream":true"""));
        await clock.TimerStartedAsync();
        await emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(Patience.Token));
    }

    private static async Task AssertStreamAsync(EmulatedReply reply, string more, string[] deltas, string finishReason, string usage)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(reply), TimeProvider = new ManualTime() });
        var answer = await emulator.PostAsync(Wire.Ask("hi", more));

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/event-stream; charset=UTF-8", answer.ContentType);
        var id = JsonDocument.Parse(Frames(answer.Body)[0]["data: ".Length..]).RootElement.GetProperty("id").GetString();
        var head = $$"""data: {"id":"{{id}}","created":1795356916,"object":"chat.completion.chunk","model":"glm-4.6","choices":[{"index":0,""";
        var chunks = deltas.Select((delta, index) => index < deltas.Length - 1
            ? $$"""{{head}}"delta":{{delta}}}]}{{"\n\n"}}"""
            : $$"""{{head}}"finish_reason":"{{finishReason}}","delta":{{delta}}}]{{usage}}}{{"\n\n"}}""");
        Assert.Equal(string.Concat(chunks) + "data: [DONE]\n\n", answer.Body);
        Assert.Equal(answer.Body, emulator.Exchanges[0].ResponseBody);
    }

    private static string[] Frames(string body) => body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
}
