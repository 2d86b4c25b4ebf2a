using System.Net;
using System.Text;
using System.Text.Json;
using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using Microsoft.Extensions.AI;
using static GlmTools.Emulator.EmulatedReply;

namespace GlmTools.Tests.Extensions;

public sealed class GlmChatClientTests
{
    private const string Thought = "\n 先查天气。\u00a0";

    private static readonly AIFunction Add = AIFunctionFactory.Create((int a, int b) => a + b, "add", "Adds.");

    [Fact]
    public async Task Every_option_that_GLM_has_goes_over_the_wire_and_no_other()
    {
        await using var bench = await ChatBench.StartAsync(Say("{}"));

        await bench.AskAsync(false, [new(ChatRole.System, "Be kind."), new(ChatRole.User, "hello")], new()
        {
            ModelId = "glm-5.2",
            Instructions = "Be brief.",
            Temperature = 0.7f,
            TopP = 0.9f,
            MaxOutputTokens = 100,
            StopSequences = ["END"],
            ResponseFormat = ChatResponseFormat.Json,
            Reasoning = new() { Effort = ReasoningEffort.Medium },
            TopK = 3,
            FrequencyPenalty = 1,
            PresencePenalty = 1,
            Seed = 42,
            AllowMultipleToolCalls = false,
            ConversationId = "c1",
        });

        Assert.Equal(
            """{"model":"glm-5.2","messages":[{"role":"system","content":"Be brief.\n\nAnswer with one JSON object, and with nothing else, not even a code fence.\n\nBe kind."},{"role":"user","content":"hello"}],"reasoning_effort":"high","temperature":0.7,"top_p":0.9,"max_tokens":100,"stop":["END"],"response_format":{"type":"json_object"},"seed":42}""",
            bench.Requests[0].GetRawText());
    }

    [Theory]
    [InlineData("glm-5.3", ReasoningEffort.None, null, "low")]
    [InlineData("glm-5.3", ReasoningEffort.Medium, null, "high")]
    [InlineData("glm-5.3", ReasoningEffort.ExtraHigh, null, "max")]
    [InlineData("glm-5.2", ReasoningEffort.None, "disabled", null)]
    [InlineData("glm-5.2", ReasoningEffort.Low, null, "low")]
    [InlineData("glm-4.6", ReasoningEffort.None, "disabled", null)]
    [InlineData("glm-4.6", ReasoningEffort.High, null, null)]
    [InlineData("glm-4-flash", ReasoningEffort.None, null, null)]
    [InlineData("glm-99", ReasoningEffort.None, "disabled", null)]
    [InlineData("glm-99", ReasoningEffort.High, null, "high")]
    public async Task Each_model_is_told_how_hard_to_think_in_what_it_takes(string model, ReasoningEffort asked, string? thinking, string? effort)
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"));

        await bench.AskAsync(false, new ChatOptions { ModelId = model, Reasoning = new() { Effort = asked } });

        var request = bench.Requests[0];
        Assert.Equal(thinking, request.TryGetProperty("thinking", out var told) ? told.GetProperty("type").GetString() : null);
        Assert.Equal(effort, request.TryGetProperty("reasoning_effort", out var level) ? level.GetString() : null);
    }

    [Fact]
    public async Task How_hard_to_think_follows_from_the_models_the_client_was_told_of()
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(Say("hi")) });
        var models = GlmModelTable.BuiltIn.With(new() { Id = "glm-99", Thinking = GlmThinkingRule.Always, ReasoningEfforts = ["low"] });
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, Models = models });

        await glm.AsIChatClient("glm-99").GetResponseAsync("hello", new() { Reasoning = new() { Effort = ReasoningEffort.None } });

        Assert.Contains("\"reasoning_effort\":\"low\"", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_the_service_runs_itself_go_beside_functions()
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"), Say("hi"));
        var server = new HostedMcpServerTool("docs", "https://example.org/mcp") { AllowedTools = ["read"], ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire };

        await bench.AskAsync(false, new ChatOptions { Tools = [new HostedWebSearchTool(), Add, server] });
        await bench.AskAsync(false, new ChatOptions { Tools = [new HostedWebSearchTool(new Dictionary<string, object?> { ["search_engine"] = "search_pro" })] });

        var tools = bench.Requests[0].GetProperty("tools").EnumerateArray().ToDictionary(static tool => tool.GetProperty("type").GetString()!);
        Assert.Equal(["function", "mcp", "web_search"], tools.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("search_std", tools["web_search"].GetProperty("web_search").GetProperty("search_engine").GetString());
        Assert.Equal("""{"server_label":"docs","server_url":"https://example.org/mcp","allowed_tools":["read"]}""", tools["mcp"].GetProperty("mcp").GetRawText());
        Assert.Equal("search_pro", bench.Requests[1].GetProperty("tools")[0].GetProperty("web_search").GetProperty("search_engine").GetString());
    }

    [Fact]
    public async Task A_schema_that_GLM_would_ignore_is_told_in_words()
    {
        await using var bench = await ChatBench.StartAsync(Say("""{"city":"北京"}"""));
        var schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""");

        await bench.AskAsync(false, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema) });

        Assert.Equal("json_object", bench.Requests[0].GetProperty("response_format").GetProperty("type").GetString());
        Assert.Contains(schema.GetRawText(), bench.Requests[0].GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task What_only_GLM_has_comes_by_the_raw_representation_and_before_the_options()
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"), Say("hi"));
        bench.Client = bench.Glm.AsIChatClient("glm-4.6", new() { Temperature = 0.1, MaxTokens = 10 });

        await bench.AskAsync(false, new ChatOptions { MaxOutputTokens = 20 });
        await bench.AskAsync(true, new ChatOptions
        {
            Temperature = 0.2f,
            MaxOutputTokens = 20,
            RawRepresentationFactory = _ => new GlmChatSettings { Temperature = 0.3, Thinking = GlmThinking.Enabled with { ClearThinking = false }, ToolStream = true },
        });

        Assert.Equal("""{"model":"glm-4.6","messages":[{"role":"user","content":"hello"}],"temperature":0.1,"max_tokens":20}""", bench.Requests[0].GetRawText());
        Assert.Equal("""{"model":"glm-4.6","messages":[{"role":"user","content":"hello"}],"stream":true,"tool_stream":true,"thinking":{"type":"enabled","clear_thinking":false},"temperature":0.3,"max_tokens":20}""", bench.Requests[1].GetRawText());
    }

    [Theory, BothModes]
    public async Task An_answer_comes_back_with_all_that_GLM_tells(bool streaming)
    {
        await using var bench = await ChatBench.StartAsync(Say("你好, 北京") with { Reasoning = Thought });

        var response = await bench.AskAsync(streaming);

        var message = Assert.Single(response.Messages);
        Assert.Equal(ChatRole.Assistant, message.Role);
        Assert.Equal(Thought, Assert.Single(message.Contents.OfType<TextReasoningContent>()).Text);
        Assert.Equal("你好, 北京", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("glm-4.6", response.ModelId);
        Assert.NotEmpty(response.ResponseId!);
        Assert.Equal(response.ResponseId, message.MessageId);
        Assert.Null(response.ConversationId);
        Assert.True(response.CreatedAt > DateTimeOffset.UnixEpoch);
        Assert.True(response.Usage is { InputTokenCount: > 0, OutputTokenCount: > 0, ReasoningTokenCount: > 0, CachedInputTokenCount: not null } usage
            && usage.TotalTokenCount == usage.InputTokenCount + usage.OutputTokenCount);
        Assert.True(streaming || response.RawRepresentation is GlmChatCompletion);
    }

    [Theory]
    [InlineData("length", "length")]
    [InlineData("sensitive", "content_filter")]
    [InlineData("model_context_window_exceeded", "model_context_window_exceeded")]
    [InlineData("something_new", "something_new")]
    public async Task Finish_reasons_are_told_as_they_are_but_for_the_one_that_has_another_name(string wire, string told)
    {
        await using var bench = await ChatBench.StartAsync(Say("x") with { FinishReason = wire }, Say("x") with { FinishReason = wire });

        Assert.Equal(told, (await bench.AskAsync(false)).FinishReason?.Value);
        Assert.Equal(told, (await bench.AskAsync(true)).FinishReason?.Value);
    }

    [Theory, BothModes]
    public async Task A_loop_that_knows_nothing_of_GLM_calls_functions_of_any_kind(bool streaming)
    {
        await using var bench = await ChatBench.StartAsync(
            Calls(new EmulatedToolCall("get_weather", """{ "city": "北京", "unit": "C" }""", "a"), new EmulatedToolCall("add", """{"a":1,"b":2}""", "b")) with { Reasoning = Thought, Text = "Let me see." },
            Say("21.5"));
        var loop = new FunctionLoop(bench.Client, streaming);

        var response = await loop.AskAsync("weather?", new() { Tools = [.. new TravelTools().Tools.Where(static tool => tool.Name == "get_weather"), Add] });

        Assert.Equal("21.5", response.Text);
        var sent = bench.Requests[1].GetProperty("messages");
        Assert.Equal(Thought, sent[1].GetProperty("reasoning_content").GetString());
        Assert.Equal("Let me see.", sent[1].GetProperty("content").GetString());
        Assert.Equal("""{ "city": "北京", "unit": "C" }""", sent[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal("""{"role":"tool","content":"{\"city\":\"北京\",\"temperature\":21.5,\"unit\":\"C\"}","tool_call_id":"a"}""", sent[2].GetRawText());
        Assert.Equal("""{"role":"tool","content":"3","tool_call_id":"b"}""", sent[3].GetRawText());
    }

    [Fact]
    public async Task A_generated_tool_is_sent_as_its_constant_and_a_foreign_one_by_its_schema()
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"));
        var weather = new TravelTools().Tools.Find("get_weather")!;

        await bench.AskAsync(false, new ChatOptions { Tools = [weather, AIFunctionFactory.CreateDeclaration("ping", "Pings.", default)] });

        Assert.Equal(
            $"[{Encoding.UTF8.GetString(weather.Utf8Definition)}," + """{"type":"function","function":{"name":"ping","description":"Pings.","parameters":{"type":"object","properties":{}}}}]""",
            bench.Requests[0].GetProperty("tools").GetRawText());
    }

    [Fact]
    public async Task A_generated_tool_that_was_wrapped_is_sent_as_its_wrapper_tells_it()
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"));

        await bench.AskAsync(false, new ChatOptions { Tools = [new HereTool(new TravelTools().Tools.Find("get_weather")!)] });

        Assert.Equal("""{"type":"object","properties":{}}""", bench.Requests[0].GetProperty("tools")[0].GetProperty("function").GetProperty("parameters").GetRawText());
    }

    [Fact]
    public async Task An_answer_that_says_nothing_is_not_sent_back()
    {
        await using var bench = await ChatBench.StartAsync(Say("hi"));

        await bench.AskAsync(false, [new(ChatRole.User, "a"), new(ChatRole.Assistant, [new TextReasoningContent("hm"), new TextContent("")]), new(ChatRole.User, "b")]);

        Assert.Equal(["a", "b"], bench.Requests[0].GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("content").GetString()));
    }

    [Fact]
    public async Task A_result_that_is_contents_of_text_is_that_text()
    {
        await using var bench = await ChatBench.StartAsync(Call("add", """{"a":1,"b":2}""", "x"), Say("done"));
        var asked = await bench.AskAsync(false, new ChatOptions { Tools = [Add] });
        AIContent[] result = [new TextContent("one "), new TextContent("two")];

        await bench.AskAsync(false, [new(ChatRole.User, "add"), .. asked.Messages, new(ChatRole.Tool, [new FunctionResultContent("x", result)])]);

        Assert.Equal("one two", Answer(bench.Requests[1]));
    }

    [Theory, BothModes]
    public async Task A_generated_tool_keeps_its_validation_in_a_foreign_pipeline(bool streaming)
    {
        await using var bench = await ChatBench.StartAsync(
            Call("get_weather", """{"city":"北京","unit":"kelvin"}"""),
            Call("get_weather", """```json {"city":"北京","unit":"C"} ```"""),
            Say("done"));
        var loop = new FunctionLoop(bench.Client, streaming);

        await loop.AskAsync("weather?", new() { Tools = [.. new TravelTools().Tools] });

        Assert.StartsWith("Error", Answer(bench.Requests[1]), StringComparison.Ordinal);
        Assert.Contains("/unit", Answer(bench.Requests[1]), StringComparison.Ordinal);
        Assert.Contains("21.5", Answer(bench.Requests[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destructive_tool_never_runs_with_arguments_that_were_garbled()
    {
        await using var bench = await ChatBench.StartAsync(Call("delete_trip", """```json {"name":"Rome"} ```"""), Say("done"));
        var tools = new TravelTools();

        await new FunctionLoop(bench.Client, streaming: false).AskAsync("delete it", new() { Tools = [.. tools.Tools] });

        Assert.Empty(tools.Log);
        Assert.StartsWith("Error", Answer(bench.Requests[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbled_arguments_of_a_foreign_function_are_mended_or_told_to_be_none()
    {
        await using var bench = await ChatBench.StartAsync(Calls(new EmulatedToolCall("add", """```json {"a":1,"b":2} ```"""), new EmulatedToolCall("add", "{\"a\":1")));

        var calls = (await bench.AskAsync(false, new ChatOptions { Tools = [Add] })).Messages[0].Contents.OfType<FunctionCallContent>().ToList();

        Assert.Equal("2", calls[0].Arguments!["b"]!.ToString());
        Assert.Null(calls[1].Arguments);
        Assert.IsType<GlmException>(calls[1].Exception);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_needs_approval_waits_and_its_decision_is_told(bool approved)
    {
        await using var bench = await ChatBench.StartAsync(
            Calls(new EmulatedToolCall("pay", """{"amount":5}""", "a")),
            Say("done"));
        var tools = new TravelTools();
        var options = new ChatOptions { Tools = [.. tools.Tools] };
        var loop = new FunctionLoop(bench.Client, streaming: false);

        var request = Assert.Single((await loop.AskAsync("pay", options)).Messages[0].Contents.OfType<ToolApprovalRequestContent>());
        Assert.Empty(tools.Log);
        var response = await loop.AnswerAsync(request.CreateResponse(approved, "too dear"), options);

        Assert.Equal("done", response.Text);
        Assert.Equal(approved ? ["pay 5"] : [], tools.Log);
        Assert.Equal("a", bench.Requests[1].GetProperty("messages")[1].GetProperty("tool_calls")[0].GetProperty("id").GetString());
        Assert.Equal(approved ? "paid" : "Error: this call was not approved; nothing was executed. Do not make the same call again. Reason: too dear", Answer(bench.Requests[1]));
    }

    [Fact]
    public async Task An_approval_that_nobody_acted_upon_is_refused_with_a_remedy()
    {
        await using var bench = await ChatBench.StartAsync();
        var request = new ToolApprovalRequestContent("1", new FunctionCallContent("a", "pay"));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => bench.AskAsync(false, [new(ChatRole.User, "pay"), new(ChatRole.Assistant, [request]), new(ChatRole.User, [request.CreateResponse(true)])]));

        Assert.StartsWith("messages[2] approves the call 'a', but nothing has executed it: put a client that invokes functions around this one.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_sends_no_tools_and_a_required_one_is_sent_alone_with_an_instruction()
    {
        await using var bench = await ChatBench.StartAsync(Say("a"), Say("b"), Say("c"), Say("d"));
        IList<AITool> tools = [.. new TravelTools().Tools, Add];

        foreach (var mode in new ChatToolMode[] { ChatToolMode.Auto, ChatToolMode.None, ChatToolMode.RequireAny, ChatToolMode.RequireSpecific("add") })
        {
            await bench.AskAsync(false, new ChatOptions { Tools = tools, ToolMode = mode });
        }

        Assert.Equal([tools.Count, 0, tools.Count, 1], bench.Requests.Select(static request => request.TryGetProperty("tools", out var sent) ? sent.GetArrayLength() : 0));
        Assert.All(bench.Requests, static request => Assert.False(request.TryGetProperty("tool_choice", out _)));
        Assert.Equal(
            ["hello", "hello", "Answer by calling one of the functions. Do not answer in text.", "Answer by calling the function add. Do not answer in text."],
            bench.Requests.Select(static request => request.GetProperty("messages")[0].GetProperty("content").GetString()));
    }

    [Fact]
    public async Task What_GLM_cannot_be_told_is_refused_with_its_place()
    {
        await using var bench = await ChatBench.StartAsync();
        async Task<string> RefusalAsync(ChatOptions? options, params ChatMessage[] messages)
            => (await Assert.ThrowsAsync<ArgumentException>(() => bench.AskAsync(false, messages, options))).Message;

        Assert.StartsWith("ChatOptions.Tools: 'get weather' is no name GLM takes", await RefusalAsync(new() { Tools = [AIFunctionFactory.Create(() => 1, "get weather")] }), StringComparison.Ordinal);
        Assert.StartsWith("ChatOptions.Tools: GLM cannot be told about a HostedCodeInterpreterTool", await RefusalAsync(new() { Tools = [new HostedCodeInterpreterTool()] }), StringComparison.Ordinal);
        Assert.StartsWith("ChatOptions.Tools: 'docs' needs approval, but the service", await RefusalAsync(new() { Tools = [new HostedMcpServerTool("docs", "https://example.org/mcp") { ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire }] }), StringComparison.Ordinal);
        Assert.StartsWith("A call of 'nothing' is required, but", await RefusalAsync(new() { Tools = [Add], ToolMode = ChatToolMode.RequireSpecific("nothing") }), StringComparison.Ordinal);
        Assert.StartsWith("A tool call is required, but there is no tool", await RefusalAsync(new() { ToolMode = ChatToolMode.RequireAny }), StringComparison.Ordinal);
        Assert.StartsWith("messages[1] has the role 'critic'", await RefusalAsync(null, new(ChatRole.User, "a"), new(new ChatRole("critic"), "b")), StringComparison.Ordinal);
        Assert.StartsWith("messages[0] holds a DataContent with nothing in it.", await RefusalAsync(null, new ChatMessage(ChatRole.User, [new DataContent(Array.Empty<byte>(), "image/png")])), StringComparison.Ordinal);
        Assert.StartsWith("messages[0] holds a UriContent that is no http or https URL; a file of this machine goes as DataContent.", await RefusalAsync(null, new ChatMessage(ChatRole.User, [new UriContent("file:///a.png", "image/png")])), StringComparison.Ordinal);
        Assert.StartsWith("messages[0] holds a HostedVectorStoreContent", await RefusalAsync(null, new ChatMessage(ChatRole.User, [new HostedVectorStoreContent("1")])), StringComparison.Ordinal);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task Images_and_files_go_over_the_wire()
    {
        await using var bench = await ChatBench.StartAsync(Say("a dot"), Say("a page"));
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        await bench.AskAsync(false, [new(ChatRole.User, [new TextContent("What is it?"), new DataContent(png, "image/png"), new UriContent("https://example.org/a.jpg", "image/jpeg")])], new() { ModelId = "glm-4.6v" });
        await bench.AskAsync(false, [new(ChatRole.User, [new UriContent("https://example.org/a.mp4", "video/mp4"), new TextContent("And that?")])], new() { ModelId = "glm-4.6v" });

        Assert.Equal(
            $$$"""[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"{{{Convert.ToBase64String(png)}}}"}},{"type":"image_url","image_url":{"url":"https://example.org/a.jpg"}}]""",
            bench.Requests[0].GetProperty("messages")[0].GetProperty("content").GetRawText());
        Assert.Equal(
            """[{"type":"video_url","video_url":{"url":"https://example.org/a.mp4"}},{"type":"text","text":"And that?"}]""",
            bench.Requests[1].GetProperty("messages")[0].GetProperty("content").GetRawText());
    }

    [Theory, BothModes]
    public async Task Errors_come_as_they_are(bool streaming)
    {
        await using var bench = await ChatBench.StartAsync(Fail(429, "1113", "no money"));

        var refused = await Assert.ThrowsAsync<GlmApiException>(() => bench.AskAsync(streaming));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1113", refused.Code);
    }

    [Fact]
    public async Task Calls_without_an_id_of_their_own_get_one()
    {
        await using var bench = await ChatBench.StartAsync(Calls(new EmulatedToolCall("add", """{"a":1,"b":2}""", "x"), new EmulatedToolCall("add", """{"a":3,"b":4}""", "x")));

        var calls = (await bench.AskAsync(false, new ChatOptions { Tools = [Add] })).Messages[0].Contents.OfType<FunctionCallContent>().ToList();

        Assert.Equal("x", calls[0].CallId);
        Assert.StartsWith("call_", calls[1].CallId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_were_changed_on_the_way_go_back_as_changed()
    {
        await using var bench = await ChatBench.StartAsync(Call("add", """{"b":2, "a":100}""", "x"), Say("done"));
        var asked = await bench.AskAsync(false, new ChatOptions { Tools = [Add] });
        asked.Messages[0].Contents.OfType<FunctionCallContent>().Single().Arguments!["b"] = 3;

        await bench.AskAsync(false, [new(ChatRole.User, "add"), .. asked.Messages, new(ChatRole.Tool, [new FunctionResultContent("x", 4)])]);

        Assert.Equal("""{"b":3,"a":100}""", bench.Requests[1].GetProperty("messages")[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal("4", Answer(bench.Requests[1]));
    }

    [Fact]
    public async Task It_tells_what_it_is_made_of()
    {
        await using var bench = await ChatBench.StartAsync();

        var metadata = bench.Client.GetService<ChatClientMetadata>()!;

        Assert.Equal(("zhipu", "glm-4.6"), (metadata.ProviderName, metadata.DefaultModelId));
        Assert.Equal("127.0.0.1", metadata.ProviderUri!.Host);
        Assert.Same(bench.Glm, bench.Client.GetService<GlmClient>());
        Assert.Same(bench.Client, bench.Client.GetService<IChatClient>());
        Assert.Null(bench.Client.GetService<GlmClient>("key"));
        Assert.Null(bench.Client.GetService<string>());
    }

    private static string Answer(JsonElement request) => request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;

    /// <summary>A tool whose place is known, so that the model need not name it.</summary>
    private sealed class HereTool(AIFunction inner) : DelegatingAIFunction(inner)
    {
        public override JsonElement JsonSchema { get; } = JsonElement.Parse("""{"type":"object","properties":{}}""");
    }
}
