using System.Text.Json;
using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using GlmTools.Tests.Chat.Content;

namespace GlmTools.Tests.Chat.Compatibility;

/// <summary>Servers of the OpenAI dialect: what is sent to them, and what comes from them.</summary>
public sealed class LocalServerTests
{
    private static readonly GlmChatSettings Everything = new()
    {
        Temperature = 1.5,
        TopP = 0.9,
        MaxTokens = 4096,
        DoSample = true,
        Stop = ["停"],
        Thinking = GlmThinking.Disabled with { ClearThinking = false },
        ReasoningEffort = "low",
        ToolStream = true,
        ResponseFormat = GlmResponseFormat.JsonObject,
        UserId = "user-1",
        Seed = 7,
        SensitiveWordCheck = GlmSensitiveWordCheck.Enabled,
        Meta = new(),
        WatermarkEnabled = true,
    };

    public static TheoryData<EmulatedServer> Servers => [EmulatedServer.Vllm, EmulatedServer.SgLang, EmulatedServer.LlamaCpp, EmulatedServer.Ollama];

    public static TheoryData<EmulatedServer, bool, string> Answers
    {
        get
        {
            var answers = new TheoryData<EmulatedServer, bool, string>();
            foreach (var server in Servers)
            {
                foreach (var fault in new[] { "", "missing-id", "arguments-as-object", "null-content", "no-done", "changing-id", "empty-arguments", "single-chunk" })
                {
                    answers.Add(server, true, fault);
                    answers.Add(server, false, fault);
                }
            }

            return answers;
        }
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task An_agent_works_with_each_of_them_as_with_the_service(EmulatedServer server, bool streaming, string fault)
    {
        var (ask, answer) = (EmulatedReply.Calls(new("fax", "{\"paper\":\"一\"}"), new("fax", "{\"paper\":\"二\"}")), EmulatedReply.Say("ok") with { Reasoning = "想" });
        if (FaultProfile.Find(fault) is { } profile)
        {
            ask = ask with { Faults = [profile] };
        }

        await using var emulator = await StartAsync(server, ask, answer);
        using var glm = Connect(emulator, Compatibility(server));
        var desk = new DeskTools();
        var agent = new GlmAgent(glm, "GLM-4.7", desk.Tools, new() { Settings = Everything });

        var run = streaming ? await StreamAsync(agent) : await agent.RunAsync("go");

        Assert.Equal(("ok", GlmStopReason.Answered), (run.Text, run.StopReason));
        Assert.Equal(["fax 一", "fax 二"], desk.Log.Order());
        Assert.Equal(2, run.Turns.Count);
        Assert.All(run.Turns, static turn => Assert.True(turn.Usage.TotalTokens > 0));
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Nothing_is_sent_that_only_the_service_knows(EmulatedServer server)
    {
        await using var emulator = await StartAsync(server, EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, Compatibility(server));

        await glm.Chat.CompleteAsync(new(Everything) { Model = "GLM-4.7", Messages = [GlmChatMessage.User("hi")], RequestId = "request-1" });

        var body = JsonElement.Parse(emulator.Exchanges[0].RequestBody);
        string[] template = server is EmulatedServer.Ollama ? [] : ["chat_template_kwargs"];
        Assert.Equal(["model", "messages", "temperature", "top_p", "max_tokens", "stop", "response_format", "seed", .. template], body.EnumerateObject().Select(static field => field.Name));
        Assert.Equal(1.5, body.GetProperty("temperature").GetDouble());
        Assert.Equal(server is EmulatedServer.Ollama ? "hi/nothink" : "hi", body.GetProperty("messages")[0].GetProperty("content").GetString());
        if (template.Length > 0)
        {
            Assert.Equal("""{"enable_thinking":false,"clear_thinking":false}""", body.GetProperty("chat_template_kwargs").GetRawText());
        }
    }

    [Fact]
    public async Task The_usage_of_a_stream_is_asked_for()
    {
        await using var emulator = await StartAsync(EmulatedServer.Vllm, EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, GlmCompatibility.Vllm);

        var chunks = await glm.StreamAsync();

        Assert.Contains("\"stream_options\":{\"include_usage\":true}", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
        Assert.True(chunks[^1].Usage?.TotalTokens > 0);
        Assert.Equal(GlmFinishReason.Stop, chunks[^2].FinishReason);
    }

    [Theory]
    [InlineData("enabled", null, """{"enable_thinking":true}""")]
    [InlineData("disabled", null, """{"enable_thinking":false}""")]
    [InlineData(null, "none", """{"enable_thinking":false}""")]
    [InlineData("enabled", "minimal", """{"enable_thinking":false}""")]
    [InlineData(null, "high", null)]
    [InlineData(null, null, null)]
    public async Task Whether_to_think_goes_to_the_chat_template(string? thinking, string? effort, string? expected)
    {
        await using var emulator = await StartAsync(EmulatedServer.SgLang, EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, GlmCompatibility.SgLang);

        await glm.Chat.CompleteAsync(Ask.Hello with { Thinking = thinking is null ? null : new(thinking), ReasoningEffort = effort });

        var body = JsonElement.Parse(emulator.Exchanges[0].RequestBody);
        Assert.Equal(expected, body.TryGetProperty("chat_template_kwargs", out var arguments) ? arguments.GetRawText() : null);
    }

    [Fact]
    public async Task Fields_of_the_caller_come_before_ours_and_greedy_is_a_temperature()
    {
        await using var emulator = await StartAsync(EmulatedServer.Vllm, EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, GlmCompatibility.Vllm);

        await glm.Chat.CompleteAsync(Ask.Hello with
        {
            DoSample = false,
            Temperature = 0.7,
            Thinking = GlmThinking.Enabled,
            AdditionalProperties = new Dictionary<string, JsonElement> { ["chat_template_kwargs"] = JsonElement.Parse("""{"mine":1}"""), ["top_k"] = JsonElement.Parse("40") },
        });

        Assert.Contains("\"temperature\":0,\"chat_template_kwargs\":{\"mine\":1},\"top_k\":40}", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Arguments_of_the_history_are_texts_or_objects(bool asObjects)
    {
        await using var emulator = await StartAsync(EmulatedServer.LlamaCpp, EmulatedReply.Say("ok"));
        using var glm = Connect(emulator, GlmCompatibility.LlamaCpp with { ArgumentsAsObjects = asObjects });

        await glm.Chat.CompleteAsync(Ask.Hello with
        {
            Messages = [GlmChatMessage.User("go"), GlmChatMessage.Assistant(null, [new("1", "f", "{\"城\": [1]}")]), GlmChatMessage.Tool("1", "x")],
        });

        Assert.Contains(asObjects ? "\"arguments\":{\"城\": [1]}" : "\"arguments\":\"{\\\"城\\\": [1]}\"", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_is_a_data_URL_also_in_a_conversation()
    {
        await using var emulator = await StartAsync(EmulatedServer.Vllm, EmulatedReply.Say("one"), EmulatedReply.Say("two"));
        using var glm = Connect(emulator, GlmCompatibility.Vllm);
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("What?", new GlmImagePart(SampleImage.Png), new GlmImagePart("https://example.org/a.png")));
        var agent = new GlmAgent(glm, "GLM-4.5V");

        await agent.ResumeAsync(conversation);
        var run = await agent.RunAsync("And?", conversation);

        Assert.Equal("two", run.Text);
        Assert.All(emulator.Exchanges, static exchange => Assert.Contains($"\"url\":\"data:image/png;base64,{SampleImage.Base64}\"", exchange.RequestBody, StringComparison.Ordinal));
        Assert.Contains($"\"url\":\"{SampleImage.Base64}\"", conversation.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_of_the_service_is_refused()
    {
        await using var emulator = await StartAsync(EmulatedServer.Vllm, EmulatedReply.Say("never"));
        using var glm = Connect(emulator, GlmCompatibility.Vllm);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => glm.Chat.CompleteAsync(Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_std")] }));

        Assert.Contains("'web_search' is a tool that the service runs itself", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Exchanges);
    }

    private static GlmCompatibility Compatibility(EmulatedServer server) => server switch
    {
        EmulatedServer.Vllm => GlmCompatibility.Vllm,
        EmulatedServer.SgLang => GlmCompatibility.SgLang,
        EmulatedServer.LlamaCpp => GlmCompatibility.LlamaCpp,
        EmulatedServer.Ollama => GlmCompatibility.Ollama,
        _ => GlmCompatibility.Service,
    };

    private static Task<GlmEmulator> StartAsync(EmulatedServer server, params EmulatedReply[] replies)
        => GlmEmulator.StartAsync(new() { Server = server, Model = EmulatedModel.InOrder(replies) });

    private static GlmClient Connect(GlmEmulator emulator, GlmCompatibility compatibility)
        => new(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, Compatibility = compatibility });

    private static async Task<GlmRun> StreamAsync(GlmAgent agent)
    {
        GlmRun? run = null;
        await foreach (var e in agent.StreamAsync("go"))
        {
            run = (e as GlmRunStopped)?.Run ?? run;
        }

        return run!;
    }
}
