using System.Runtime.CompilerServices;
using GlmTools.Tests.Agent;
using Microsoft.Extensions.AI;
using static GlmTools.Emulator.EmulatedReply;

namespace GlmTools.Tests.Extensions;

/// <summary>Agents over models that are not GLM's, and over GLM behind a pipeline.</summary>
public sealed class ForeignModelTests
{
    [Theory, BothModes]
    public async Task An_agent_runs_over_any_chat_client(bool streaming)
    {
        var model = new ScriptedClient(
            [new TextReasoningContent("Hm. "), new TextContent("Wait."), new FunctionCallContent("a", "get_weather", new Dictionary<string, object?> { ["unit"] = "C", ["city"] = "Rome" }), new UsageContent(new() { InputTokenCount = 10, OutputTokenCount = 2, TotalTokenCount = 12 })],
            [new TextContent("21.5")]);
        var tools = new TravelTools();
        var agent = new GlmAgent(model, "llama-9", tools.Tools, new() { Instructions = "Be brief.", Settings = new() { Temperature = 0.5, MaxTokens = 7, ReasoningEffort = "max" } });

        var run = await RunAsync(agent, streaming);

        Assert.Equal((GlmStopReason.Answered, "21.5"), (run.StopReason, run.Text));
        Assert.Equal(["weather Rome"], tools.Log);
        Assert.Equal("""{"unit":"C","city":"Rome"}""", Assert.Single(run.ToolCalls).Call.Arguments);
        Assert.Equal(12, run.Usage.TotalTokens);
        Assert.Null(run.Cost);
        var (messages, options) = model.Requests[1];
        Assert.Equal(["system: Be brief.", "user: weather?", "assistant: Wait.", "tool: "], messages.Select(static message => $"{message.Role}: {message.Text}"));
        Assert.Equal("Hm. ", Assert.Single(messages[2].Contents.OfType<TextReasoningContent>()).Text);
        Assert.Equal("a", Assert.Single(messages[3].Contents.OfType<FunctionResultContent>()).CallId);
        Assert.Equal(("llama-9", 0.5f, 7, ReasoningEffort.ExtraHigh), (options.ModelId, options.Temperature, options.MaxOutputTokens, options.Reasoning!.Effort));
    }

    [Fact]
    public async Task The_pipeline_gets_declarations_it_cannot_invoke()
    {
        var model = new ScriptedClient([new TextContent("hi")]);
        var tools = new TravelTools();

        await RunAsync(new GlmAgent(model, "llama-9", tools.Tools), streaming: false);

        var offered = model.Requests[0].Options.Tools!;
        Assert.Equal(tools.Tools.Select(static tool => (tool.Name, tool.Description)), offered.Select(static tool => (tool.Name, tool.Description)));
        Assert.All(offered, static tool => Assert.True(tool is AIFunctionDeclaration and not AIFunction));
        Assert.Equal(tools.Tools[0].JsonSchema.GetRawText(), ((AIFunctionDeclaration)offered[0]).JsonSchema.GetRawText());
    }

    [Theory, BothModes]
    public async Task A_call_the_pipeline_has_executed_itself_is_not_executed_again(bool streaming)
    {
        var model = new ScriptedClient([new FunctionCallContent("a", "now"), new FunctionResultContent("a", "12:00"), new TextContent("noon")]);
        var tools = new TravelTools();

        var run = await RunAsync(new GlmAgent(model, "llama-9", tools.Tools), streaming);

        Assert.Equal("noon", run.Text);
        Assert.Empty(tools.Log);
    }

    [Theory, BothModes]
    public async Task Over_a_GLM_pipeline_an_agent_is_what_it_is_over_GLM(bool streaming)
    {
        const string thought = "\n想一想 ";
        await using var direct = await Bench.StartAsync(Script());
        await using var piped = await ChatBench.StartAsync(Script());
        var options = new GlmAgentOptions { Instructions = "Be brief.", Settings = new() { Thinking = GlmThinking.Enabled with { ClearThinking = false }, ToolStream = streaming } };
        direct.Options = options;
        direct.Model = "glm-4.7";
        var expected = await direct.RunAsync(streaming, "weather?");

        var tools = new TravelTools();
        var run = await RunAsync(new GlmAgent(new Passing(piped.Glm.AsIChatClient("glm-4.7")), tools: tools.Tools, options: options), streaming);

        Assert.Equal("done", run.Text);
        Assert.Equal(2, run.ToolCalls.Count);
        Assert.Equal((expected.Usage, expected.Cost), (run.Usage, run.Cost));
        Assert.Equal(direct.Requests.Select(static request => request.GetRawText()), piped.Requests.Select(static request => request.GetRawText()));

        static Emulator.EmulatedReply[] Script() =>
        [
            Call("get_weather", """{ "city":"北京", "unit":"C"}""", "a") with { Reasoning = thought },
            Call("get_weather", """```json {"city":"上海","unit":"C"} ```""", "b"),
            Say("done"),
        ];
    }

    [Fact]
    public async Task A_destructive_call_that_was_garbled_is_refused_behind_a_pipeline_too()
    {
        await using var bench = await ChatBench.StartAsync(Call("delete_trip", """```json {"name":"Rome"} ```"""), Say("done"));
        var tools = new TravelTools();

        await RunAsync(new GlmAgent(bench.Client, tools: tools.Tools), streaming: false);

        Assert.Empty(tools.Log);
    }

    [Theory, BothModes]
    public async Task An_answer_of_a_type_comes_from_any_model(bool streaming)
    {
        var model = new ScriptedClient([new FunctionCallContent("a", "final_answer", new Dictionary<string, object?> { ["city"] = "Rome", ["temperature"] = 21.5, ["unit"] = "C" })]);
        var agent = new GlmAgent(model, "llama-9");

        var answers = new List<TravelTools.Weather>();
        if (streaming)
        {
            await foreach (var e in agent.StreamAsync<TravelTools.Weather>("weather?"))
            {
                if (e is GlmAnswered<TravelTools.Weather> answered)
                {
                    answers.Add(answered.Answer);
                }
            }
        }
        else
        {
            answers.Add((await agent.RunAsync<TravelTools.Weather>("weather?")).Answer);
        }

        Assert.Equal([new("Rome", 21.5, TravelTools.Unit.C)], answers);
    }

    [Fact]
    public async Task What_the_user_shows_reaches_any_model()
    {
        var model = new ScriptedClient([new TextContent("a dot")]);
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1];
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("Look.", new GlmImagePart(png), new GlmImagePart("https://example.org/a.jpg"), GlmFilePart.FromId("file-1")));

        await new GlmAgent(model, "llama-9").RunAsync("What is it?", conversation).WaitAsync(Patience.Limit);

        var shown = model.Requests[0].Messages[0].Contents;
        Assert.Equal("Look.", Assert.IsType<TextContent>(shown[0]).Text);
        Assert.Equal(("image/png", Convert.ToBase64String(png)), Assert.IsType<DataContent>(shown[1]) is var data ? (data.MediaType, data.Base64Data.ToString()) : default);
        Assert.Equal(new Uri("https://example.org/a.jpg"), Assert.IsType<UriContent>(shown[2]).Uri);
        Assert.Equal("file-1", Assert.IsType<HostedFileContent>(shown[3]).FileId);
    }

    [Theory, BothModes]
    public async Task A_pipeline_that_guards_calls_leaves_those_of_the_agent_to_it(bool streaming)
    {
        var call = new FunctionCallContent("1", "now", new Dictionary<string, object?>());
        var agent = new GlmAgent(new ScriptedClient([new ToolApprovalRequestContent("r", call)], [new TextContent("noon")]), "llama-9", new TravelTools().Tools);

        var run = await RunAsync(agent, streaming);

        Assert.Equal(("noon", "now"), (run.Text, Assert.Single(run.ToolCalls).Call.Name));
    }

    [Fact]
    public async Task A_pipeline_that_guards_a_call_of_its_own_is_told_that_nobody_can_approve_it()
    {
        var agent = new GlmAgent(new ScriptedClient([new ToolApprovalRequestContent("r", new FunctionCallContent("1", "drop_table"))]), "llama-9", new TravelTools().Tools);

        var refused = await Assert.ThrowsAsync<GlmException>(() => agent.RunAsync("hi"));

        Assert.StartsWith("The pipeline asks for the approval of a call of its own (drop_table), which an agent cannot give.", refused.Message, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task What_a_pipeline_says_in_several_messages_stands_on_lines_of_its_own(bool streaming)
    {
        List<ChatMessage> said =
        [
            new(ChatRole.Assistant, [new TextContent("Let me"), new TextContent(" look."), new FunctionCallContent("1", "look")]) { MessageId = "a" },
            new(ChatRole.Tool, [new FunctionResultContent("1", "sun")]) { MessageId = "b" },
            new(ChatRole.Assistant, "Sun.") { MessageId = "c" },
        ];
        var model = new SpokenClient(said);

        Assert.Equal("Let me look.\nSun.", (await RunAsync(new GlmAgent(model, "llama-9"), streaming)).Text);
    }

    [Fact]
    public async Task Every_setting_that_others_know_reaches_them()
    {
        var model = new ScriptedClient([new TextContent("hi")]);
        var settings = new GlmChatSettings { Temperature = 0.5, TopP = 0.25, MaxTokens = 7, Seed = 11, Stop = ["x"] };

        await new GlmAgent(model, "llama-9", options: new() { Settings = settings }).RunAsync("hi");

        var told = model.Requests[0].Options;
        Assert.Equal((0.5f, 0.25f, 7, 11L), (told.Temperature, told.TopP, told.MaxOutputTokens, told.Seed));
        Assert.Equal(["x"], told.StopSequences);
    }

    [Fact]
    public async Task What_a_client_throws_ends_the_run_as_it_is()
    {
        var agent = new GlmAgent(new ScriptedClient(), "llama-9");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => agent.RunAsync("hi"));
    }

    [Fact]
    public void A_client_that_does_not_say_its_model_needs_one()
    {
        var refused = Assert.Throws<ArgumentException>(static () => new GlmAgent(new ScriptedClient()));

        Assert.StartsWith("The client does not say which model it asks: name one.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<GlmRun> RunAsync(GlmAgent agent, bool streaming)
    {
        if (!streaming)
        {
            return await agent.RunAsync("weather?").WaitAsync(Patience.Limit);
        }

        GlmRunEvent? last = null;
        await foreach (var e in agent.StreamAsync("weather?"))
        {
            last = e;
        }

        return Assert.IsType<GlmRunStopped>(last).Run;
    }

    /// <summary>A pipeline that says a few messages, a content at a time where it streams.</summary>
    private sealed class SpokenClient(List<ChatMessage> messages) : DelegatingChatClient(new ScriptedClient())
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> asked, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new ChatResponse(messages));

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> asked, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var (message, content) in messages.SelectMany(static message => message.Contents.Select(content => (message, content))))
            {
                await Task.Yield();
                yield return new(message.Role, [content]) { MessageId = message.MessageId };
            }
        }
    }

    private sealed class Passing(IChatClient inner) : DelegatingChatClient(inner);

    /// <summary>A model that is none of ours: it answers by a script, and does not say what it is.</summary>
    private sealed class ScriptedClient(params AIContent[][] answers) : IChatClient
    {
        public List<(List<ChatMessage> Messages, ChatOptions Options)> Requests { get; } = [];

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var contents = Next(messages, options);
            var usage = contents.OfType<UsageContent>().FirstOrDefault()?.Details;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. contents.Where(static content => content is not UsageContent)])) { Usage = usage });
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var content in Next(messages, options))
            {
                await Task.Yield();
                yield return new(ChatRole.Assistant, [content]);
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private AIContent[] Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
        {
            Requests.Add(([.. messages], options!));
            return Requests.Count <= answers.Length ? answers[Requests.Count - 1] : throw new ArgumentOutOfRangeException(nameof(messages), "The script is over.");
        }
    }
}
