using System.Text;
using System.Text.Json;
using GlmTools.Tests.Chat.Content;

namespace GlmTools.Tests.Chat.Rules;

/// <summary>What is refused before anything is sent, and with which words.</summary>
public sealed class RequestRulesTests
{
    private static readonly byte[] Tool = """[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{}}}}]"""u8.ToArray();

    private static readonly byte[] TooLarge = [.. SampleImage.Png[..24], .. new byte[5 * 1024 * 1024]];

    public static TheoryData<string, GlmChatRequest> Refused => new()
    {
        { "temperature is 1.01; the service takes 0 to 1.", Ask.Hello with { Temperature = 1.01 } },
        { "temperature is -0.1; the service takes 0 to 1.", Ask.Hello with { Temperature = -0.1 } },
        { "temperature is NaN; the service takes 0 to 1.", Ask.Hello with { Temperature = double.NaN } },
        { "top_p is 0; the service takes 0.01 to 1.", Ask.Hello with { TopP = 0 } },
        { "top_p is 1.5; the service takes 0.01 to 1.", Ask.Hello with { TopP = 1.5 } },
        { "max_tokens is 0; the service takes 1 or more.", Of("glm-9") with { MaxTokens = 0 } },
        { "max_tokens is 4096; glm-4-flash takes 1 to 4095.", Ask.Hello with { MaxTokens = 4096 } },
        { "max_tokens is 131073; glm-5.2 takes 1 to 131072.", Of("glm-5.2") with { MaxTokens = 131073 } },
        { "stop has 5 texts; the service takes at most 4", Ask.Hello with { Stop = ["1", "2", "3", "4", "5"] } },
        { "response_format.type is 'xml'; the service takes text, json_object.", Ask.Hello with { ResponseFormat = new("xml") } },
        { "request_id has 5 characters; the service takes 6 to 64.", Ask.Hello with { RequestId = "12345" } },
        { "user_id has 129 characters; the service takes 6 to 128.", Ask.Hello with { UserId = new('x', 129) } },
        { "sensitive_word_check.status is 'ON'; the service takes ENABLE, DISABLE.", Ask.Hello with { SensitiveWordCheck = new("ON") } },
        { "thinking.type is 'disabled', and glm-5.3 always thinks. Leave it out, or set reasoning_effort to low.", Of("glm-5.3") with { Thinking = GlmThinking.Disabled } },
        { "thinking.type is 'on'; the service takes enabled, disabled.", Of("glm-4.6") with { Thinking = new("on") } },
        { "reasoning_effort is 'medium'; glm-5.3-flash takes low, high, max.", Of("glm-5.3-flash") with { ReasoningEffort = "medium" } },
        { "reasoning_effort is 'huge'; the service takes max, xhigh", Of("glm-5.2") with { ReasoningEffort = "huge" } },
        { "tools are set, and glm-4.5v takes none.", Of("glm-4.5v") with { Tools = Tool } },
        { "tools are set, and glm-4-voice takes none.", Of("glm-4-voice") with { ServerTools = [new GlmWebSearchTool("search_std")] } },
        { "tools has 129 functions; the service takes 128.", Ask.Hello with { Tools = Tools(129) } },
        { "model is missing.", Of(" ") },
        { "messages has no message from the user", Ask.Hello with { Messages = [GlmChatMessage.System("x"), GlmChatMessage.Assistant("y")] } },
        { "messages has no message from the user", Ask.Hello with { Messages = [] } },
        { "AdditionalProperties has 'temperature', which has a property of its own", Ask.Hello with { AdditionalProperties = new Dictionary<string, JsonElement> { ["temperature"] = JsonElement.Parse("1") } } },
        { "web_search.search_engine is 'bing'; the service takes search_std", Ask.Hello with { ServerTools = [new GlmWebSearchTool("bing")] } },
        { "web_search.count is 51; the service takes 1 to 50.", Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro") { Count = 51 }] } },
        { "web_search.count is 15; search_pro_sogou takes 10, 20", Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro_sogou") { Count = 15 }] } },
        { "web_search.content_size is 'low'", Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro") { ContentSize = "low" }] } },
        { "web_search.search_recency_filter is 'day'", Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro") { SearchRecencyFilter = "day" }] } },
        { "web_search.result_sequence is 'first'", Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro") { ResultSequence = "first" }] } },
        { "retrieval.knowledge_id is missing.", Ask.Hello with { ServerTools = [new GlmRetrievalTool("")] } },
        { "mcp.server_label is missing.", Ask.Hello with { ServerTools = [new GlmMcpTool("")] } },
        { "mcp.transport_type is 'stdio'; the service takes sse, streamable-http.", Ask.Hello with { ServerTools = [new GlmMcpTool("a") { TransportType = "stdio" }] } },
        { "code_interpreter.sandbox is 'mine'", Ask.Hello with { ServerTools = [new GlmCodeInterpreterTool { Sandbox = "mine" }] } },
        { "messages[1].content[1] is image_url, and glm-4-flash takes only text.", Image("glm-4-flash", new GlmImagePart(SampleImage.Png)) },
        { "messages[1].content[1] is an image itself, and glm-4v-flash takes only URLs.", Image("glm-4v-flash", new GlmImagePart(SampleImage.Png)) },
        { "messages[1] has 6 images; glm-4v-plus-0111 takes 5 in a message.", Image("glm-4v-plus-0111", [.. Enumerable.Repeat(new GlmImagePart(SampleImage.Png), 6)]) },
        { "messages[1].content[1] is not a JPEG or PNG image", Image("glm-4.6v", new GlmImagePart("GIF89a"u8.ToArray())) },
        { "messages[1].content[1] is an image of 5242904 bytes; the service takes 5242880.", Image("glm-4.6v", new GlmImagePart(TooLarge)) },
        { "messages[0].content[0] is input_audio, and glm-4.6v takes text, images, videos and files.", Parts("glm-4.6v", new GlmAudioPart(SampleImage.Png, "wav")) },
        { "messages[0].content[0] is video_url, and glm-4-voice takes text and audio.", Parts("glm-4-voice", new GlmVideoPart("https://example.org/a.mp4")) },
        { "messages[0] has a file_url beside images", Parts("glm-4.6v", new GlmFileUrlPart("https://example.org/a.pdf"), new GlmImagePart(SampleImage.Png)) },
        { "messages[0] has 51 files; the service takes 50.", Parts("glm-4.6v", [.. Enumerable.Repeat(GlmFilePart.FromId("1"), 51)]) },
        { "messages[0] has a content and parts", Of("glm-4.6v") with { Messages = [GlmChatMessage.User("x") with { Parts = ["y"] }] } },
        { "messages[1] has parts; only a user message has.", Of("glm-4.6v") with { Messages = [GlmChatMessage.User("x"), GlmChatMessage.Assistant(null) with { Parts = ["y"] }] } },
    };

    public static TheoryData<GlmChatRequest> Taken =>
    [
        Ask.Hello with { Temperature = 0, TopP = 0.01, MaxTokens = 1, RequestId = "123456", UserId = "123456", Stop = ["1", "2", "3", "4"] },
        Of("glm-5.2") with { Temperature = 1, TopP = 1, MaxTokens = 131072, RequestId = new('1', 64), UserId = new('1', 128), ReasoningEffort = "none", Thinking = GlmThinking.Disabled },
        Of("glm-5.3") with { ReasoningEffort = "low", Thinking = GlmThinking.Enabled, Tools = Tool },
        // Of a model nobody knows, everything.
        Of("glm-9") with { MaxTokens = 1_000_000, ReasoningEffort = "cosmic", Thinking = new("adaptive"), Messages = [GlmChatMessage.User(new GlmImagePart(SampleImage.Png), new GlmAudioPart(SampleImage.Png, "wav"))] },
        Ask.Hello with { Tools = Tools(128) },
        Of("glm-4.5v") with { Tools = "[]"u8.ToArray() },
        Parts("glm-4.6v", new GlmUnknownPart(JsonElement.Parse("""{"type":"hologram"}"""))),
        Ask.Hello with { ServerTools = [new GlmWebSearchTool("search_pro_sogou") { Count = 50, ContentSize = "high", SearchRecencyFilter = "noLimit", ResultSequence = "before" }, new GlmRetrievalTool("1"), new GlmMcpTool("a") { TransportType = "sse" }, new GlmWebBrowserTool(), new GlmDrawingTool()] },
    ];

    [Theory, MemberData(nameof(Refused))]
    public async Task Is_refused_before_it_is_sent(string expected, GlmChatRequest request)
    {
        var service = new FakeService(FakeService.Says("never"));
        using var glm = service.Connect();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => glm.Chat.CompleteAsync(request));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("request", refusal.ParamName);
        Assert.Throws<ArgumentException>(() => glm.Chat.StreamAsync(request));
        Assert.Equal(0, service.Requests);
    }

    [Theory, MemberData(nameof(Taken))]
    public async Task Is_sent(GlmChatRequest request)
    {
        var service = new FakeService(FakeService.Says("ok"));
        using var glm = service.Connect();

        Assert.Equal("ok", (await glm.Chat.CompleteAsync(request)).Choices[0].Message.Content);
    }

    [Fact]
    public async Task The_Coding_Plan_maps_thinking_instead_of_refusing()
    {
        using var glm = new FakeService(FakeService.Says("ok")).Connect(options: new() { BaseAddress = new("https://api.z.ai/api/coding/paas/v4") });

        await glm.Chat.CompleteAsync(Of("glm-5.3") with { Thinking = GlmThinking.Disabled, ReasoningEffort = "medium" });
    }

    [Fact]
    public async Task Without_a_table_the_limits_of_models_are_left_to_the_service()
    {
        using var glm = new FakeService(FakeService.Says("ok")).Connect(options: new() { Models = GlmModelTable.Empty });

        await glm.Chat.CompleteAsync(Ask.Hello with { MaxTokens = 8192 });
        await Assert.ThrowsAsync<ArgumentException>(() => glm.Chat.CompleteAsync(Ask.Hello with { Temperature = 2 }));
    }

    private static byte[] Tools(int count)
        => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, count).Select(static i => $$$"""{"type":"function","function":{"name":"f{{{i}}}"}}"""))}]");

    private static GlmChatRequest Of(string model) => Ask.Hello with { Model = model };

    private static GlmChatRequest Parts(string model, params GlmContentPart[] parts) => Of(model) with { Messages = [GlmChatMessage.User(parts)] };

    private static GlmChatRequest Image(string model, params GlmImagePart[] images)
        => Of(model) with { Messages = [GlmChatMessage.System("x"), GlmChatMessage.User(["What?", .. images])] };
}
