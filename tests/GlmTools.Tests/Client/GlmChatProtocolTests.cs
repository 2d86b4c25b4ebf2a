using System.Net;
using GlmTools.Emulator;

namespace GlmTools.Tests.Client;

/// <summary>The client against the emulated service, over real HTTP.</summary>
public sealed class GlmChatProtocolTests
{
    [Theory]
    [InlineData(GlmAuthentication.ApiKey)]
    [InlineData(GlmAuthentication.Jwt)]
    public async Task Both_ways_to_sign_in_are_accepted(GlmAuthentication authentication)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("你好"));
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, Authentication = authentication });

        var completion = await glm.CompleteAsync();

        Assert.Equal("你好", completion.Choices[0].Message.Content);
        Assert.Equal(GlmFinishReason.Stop, completion.Choices[0].FinishReason);
        Assert.True(completion.Usage?.TotalTokens > 0);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_one_line_without_the_key()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("never"));
        using var glm = new GlmClient("0123456789abcdef.hushhush", new() { BaseAddress = emulator.BaseAddress });

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => glm.CompleteAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Equal(GlmErrorCategory.Authentication, failure.Category);
        Assert.DoesNotContain("hushhush", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_stream_brings_reasoning_text_and_usage()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("北京今天晴 ☀️, 气温21.5℃。") with { Reasoning = "\n想一想" });
        using var glm = Connect(emulator);

        var chunks = await glm.StreamAsync();

        Assert.Equal("北京今天晴 ☀️, 气温21.5℃。", chunks.Text());
        Assert.Equal("\n想一想", string.Concat(chunks.Select(static chunk => chunk.Delta.ReasoningContent)));
        Assert.Equal(GlmFinishReason.Stop, chunks[^1].FinishReason);
        Assert.NotNull(chunks[^1].Usage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Streamed_calls_arrive_whole(bool toolStream)
    {
        await using var emulator = await StartAsync(EmulatedReply.Calls(new("a", "{\"城市\":\"北京\"}", "call_1"), new("b", "{\"x\": [1, 2]}", "call_2")));
        using var glm = Connect(emulator);

        var accumulator = new ToolCallAccumulator();
        await foreach (var chunk in glm.Chat.StreamAsync(Ask.Hello with { ToolStream = toolStream }))
        {
            foreach (var piece in chunk.Delta.ToolCalls)
            {
                accumulator.Add(piece);
            }
        }

        Assert.Equal([new("call_1", "a", "{\"城市\":\"北京\"}"), new("call_2", "b", "{\"x\": [1, 2]}")], accumulator.Complete());
    }

    [Fact]
    public async Task A_refused_stream_is_the_services_error()
    {
        await using var emulator = await StartAsync(EmulatedReply.Fail(400, "1301", "敏感内容"));
        using var glm = Connect(emulator);

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => glm.StreamAsync());

        Assert.Equal("1301", failure.Code);
        Assert.Contains("敏感内容", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_cut_in_mid_stream_is_an_interrupted_stream()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("a text of several fragments, which never arrives as a whole") with { AbortAfter = 2 });
        using var glm = Connect(emulator);

        await Assert.ThrowsAsync<GlmStreamException>(() => glm.StreamAsync());
    }

    [Fact]
    public async Task Nobody_at_the_address_is_one_clear_line()
    {
        Uri address;
        await using (var emulator = await StartAsync(EmulatedReply.Say("gone")))
        {
            address = emulator.BaseAddress;
        }

        using var glm = new GlmClient("id.secret", new() { BaseAddress = address, MaxRetries = 0 });

        var failure = await Assert.ThrowsAsync<GlmConnectionException>(() => glm.CompleteAsync());

        Assert.StartsWith($"{address.Authority} could not be reached: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static Task<GlmEmulator> StartAsync(params EmulatedReply[] replies) => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(replies) });

    private static GlmClient Connect(GlmEmulator emulator) => new(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, MaxRetries = 0 });
}
