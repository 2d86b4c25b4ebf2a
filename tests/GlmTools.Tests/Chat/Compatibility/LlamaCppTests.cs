using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Emulator;
using GlmTools.Tests.Agent;

namespace GlmTools.Tests.Chat.Compatibility;

/// <summary>llama.cpp, in the form its version 0.7 was seen to speak (docs/local-servers.md).</summary>
public sealed partial class LlamaCppTests
{
    [Theory]
    [InlineData("high", null, "high", null)]
    [InlineData("bogus", "enabled", "bogus", """{"enable_thinking":true}""")]
    [InlineData("none", null, null, """{"enable_thinking":false}""")]
    [InlineData("high", "disabled", null, """{"enable_thinking":false}""")]
    public async Task An_effort_goes_to_the_chat_template_unless_the_model_is_not_to_think(string effort, string? thinking, string? sent, string? arguments)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, emulator.ApiKey);

        await glm.Chat.CompleteAsync(Ask.Hello with { ReasoningEffort = effort, Thinking = thinking is null ? null : new(thinking) });

        var body = JsonElement.Parse(emulator.Exchanges[0].RequestBody);
        Assert.Equal(sent, body.TryGetProperty("reasoning_effort", out var field) ? field.GetString() : null);
        Assert.Equal(arguments, body.TryGetProperty("chat_template_kwargs", out var template) ? template.GetRawText() : null);
    }

    [Fact]
    public async Task A_wrong_key_is_an_error_of_authentication()
    {
        await using var emulator = await StartAsync();
        using var glm = Connect(emulator, "wrong");

        var error = await Assert.ThrowsAsync<GlmApiException>(() => glm.Chat.CompleteAsync(Ask.Hello));

        Assert.Equal("""{"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}""", emulator.Exchanges[0].ResponseBody);
        Assert.Equal((GlmErrorCategory.Authentication, "401"), (error.Category, error.Code));
    }

    [Fact]
    public async Task A_tool_that_is_no_function_is_a_failure_of_the_server()
    {
        await using var emulator = await StartAsync();
        using var glm = Connect(emulator, emulator.ApiKey);

        var error = await Assert.ThrowsAsync<GlmApiException>(() => glm.Chat.CompleteAsync(Ask.Hello with { Tools = """[{"type":"web_search","web_search":{}}]"""u8.ToArray() }));

        Assert.Contains("Failed to parse tools: Unsupported tool type", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"server_error\"", emulator.Exchanges[0].ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_context_is_known_for_what_it_is()
    {
        await using var emulator = await StartAsync(EmulatedReply.Fail(400, "400", "request (45002 tokens) exceeds the available context size (8192 tokens), try increasing it"));
        using var glm = Connect(emulator, emulator.ApiKey);

        var error = await Assert.ThrowsAsync<GlmApiException>(() => glm.Chat.CompleteAsync(Ask.Hello));

        Assert.Equal(GlmErrorCategory.ContextWindow, error.Category);
        Assert.Contains("\"code\":400,", emulator.Exchanges[0].ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_begins_without_content_and_ends_with_its_timings()
    {
        await using var emulator = await StartAsync(EmulatedReply.Calls(new EmulatedToolCall("f", "{}")));
        using var glm = Connect(emulator, emulator.ApiKey);

        var chunks = await glm.StreamAsync();

        Assert.Contains("\"delta\":{\"role\":\"assistant\",\"content\":null}", emulator.Exchanges[0].ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain("logprobs", emulator.Exchanges[0].ResponseBody, StringComparison.Ordinal);
        Assert.Matches(CompletionId(), chunks[0].Id);
        Assert.Matches(CallId(), chunks.SelectMany(static chunk => chunk.Delta.ToolCalls).First().Id);
        Assert.True(chunks[^1].AdditionalProperties["timings"].GetProperty("prompt_ms").GetDouble() > 0);
        Assert.Equal(GlmFinishReason.ToolCalls, chunks[^2].FinishReason);
    }

    [Theory]
    [InlineData("{\"paper\":\"一\",\"size\":1e400}", "{}")]
    [InlineData("{\"paper\":\"一\",\"size\":1e300}", "{\\\"paper\\\":\\\"一\\\",\\\"size\\\":1e300}")]
    public async Task A_number_that_no_double_can_hold_does_not_spoil_the_history(string arguments, string replayed)
    {
        await using var emulator = await StartAsync(EmulatedReply.Calls(new EmulatedToolCall("fax", arguments)), EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, emulator.ApiKey);
        var agent = new GlmAgent(glm, "GLM-4.7", new DeskTools().Tools);

        var run = await agent.RunAsync("go");

        Assert.Equal(("ok", GlmStopReason.Answered), (run.Text, run.StopReason));
        Assert.Contains($"\"arguments\":\"{replayed}\"", emulator.Exchanges[1].RequestBody, StringComparison.Ordinal);
    }

    private static Task<GlmEmulator> StartAsync(params EmulatedReply[] replies)
        => GlmEmulator.StartAsync(new() { Server = EmulatedServer.LlamaCpp, Model = EmulatedModel.InOrder(replies) });

    private static GlmClient Connect(GlmEmulator emulator, string key)
        => new(key, new() { BaseAddress = emulator.BaseAddress, Compatibility = GlmCompatibility.LlamaCpp, MaxRetries = 0 });

    [GeneratedRegex("^chatcmpl-[A-Za-z0-9]{32}$")]
    private static partial Regex CompletionId();

    [GeneratedRegex("^[A-Za-z0-9]{32}$")]
    private static partial Regex CallId();
}
