using System.Text;
using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Chat;

/// <summary>Tools that the service runs itself: how they are asked for, and what it tells of them.</summary>
public sealed class ServerToolTests
{
    private static readonly byte[] Function = """ [ {"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{}}}} ] """u8.ToArray();

    [Fact]
    public void They_stand_behind_the_functions()
        => AssertTools(
            """[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{}}}},{"type":"web_search","web_search":{"enable":true,"search_engine":"search_pro","search_query":"q","search_intent":true,"count":5,"search_domain_filter":"example.org","search_recency_filter":"oneDay","content_size":"high","result_sequence":"before","search_result":true,"require_search":false,"search_prompt":"p"}},{"type":"retrieval","retrieval":{"knowledge_id":"k","prompt_template":"{{knowledge}}"}}]""",
            Ask.Hello with
            {
                Tools = Function,
                ServerTools =
                [
                    new GlmWebSearchTool("search_pro")
                    {
                        SearchQuery = "q", SearchIntent = true, Count = 5, SearchDomainFilter = "example.org", SearchRecencyFilter = "oneDay", ContentSize = "high",
                        ResultSequence = "before", SearchResult = true, RequireSearch = false, SearchPrompt = "p",
                    },
                    new GlmRetrievalTool("k") { PromptTemplate = "{{knowledge}}" },
                ],
            });

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    public void They_may_stand_alone(string functions)
        => AssertTools(
            """[{"type":"mcp","mcp":{"server_label":"a","server_url":"https://example.org","transport_type":"sse","allowed_tools":["x"],"headers":{"Authorization":"hush"}}},{"type":"code_interpreter","code_interpreter":{"sandbox":"auto"}},{"type":"code_interpreter"},{"type":"web_browser"},{"type":"drawing_tool"}]""",
            Ask.Hello with
            {
                Tools = Encoding.UTF8.GetBytes(functions),
                ServerTools =
                [
                    new GlmMcpTool("a") { ServerUrl = "https://example.org", TransportType = "sse", AllowedTools = ["x"], Headers = new Dictionary<string, string> { ["Authorization"] = "hush" } },
                    new GlmCodeInterpreterTool { Sandbox = "auto" }, new GlmCodeInterpreterTool(), new GlmWebBrowserTool(), new GlmDrawingTool(),
                ],
            });

    [Fact]
    public void The_key_of_an_MCP_server_is_not_shown()
        => Assert.DoesNotContain("hush", new GlmMcpTool("a") { ServerUrl = "https://example.org?key=hush", Headers = new Dictionary<string, string> { ["k"] = "hush" } }.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_search_found_and_the_filter_thinks_is_typed(bool streaming)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("晴") with
        {
            Fields = new Dictionary<string, JsonElement>
            {
                ["web_search"] = JsonElement.Parse("""[{"icon":"i","title":"天气","link":"https://example.org","media":"m","publish_date":"2026-11-22","content":"c","refer":"ref_1","future":1},7]"""),
                ["content_filter"] = JsonElement.Parse("""[{"role":"user","level":3,"why":{}},{"role":"assistant","level":0}]"""),
                ["future"] = JsonElement.Parse("""{"城":[1]}"""),
            },
        });
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress });

        var (web, filter, unknown) = streaming ? await StreamedAsync(glm) : await WholeAsync(glm);

        var page = Assert.Single(web);
        Assert.Equal(new GlmWebSearchResult { Icon = "i", Title = "天气", Link = "https://example.org", Media = "m", PublishDate = "2026-11-22", Content = "c", Refer = "ref_1" }, page);
        Assert.Equal([new GlmContentFilter("user", 3), new GlmContentFilter("assistant", 0)], filter);
        Assert.Equal("""{"城":[1]}""", Assert.Single(unknown).Value.GetRawText());
    }

    [Fact]
    public async Task What_AllTools_does_is_typed_piece_by_piece()
    {
        await using var emulator = await StartAsync(EmulatedReply.RawStream(
            Frame("""{"tool_calls":[{"id":"call_x","type":"code_interpreter","index":null,"function":null,"code_interpreter":{"input":"print("}}]}"""),
            Frame("""{"tool_calls":[{"id":"call_x","type":"code_interpreter","code_interpreter":{"input":"1)"}}]}"""),
            Frame("""{"tool_calls":[{"type":"code_interpreter","code_interpreter":{"outputs":[{"type":"logs","logs":"1\n","error_msg":null}]}}]}"""),
            Frame("""{"tool_calls":[{"type":"web_browser","web_browser":{"outputs":[{"title":"t","link":"l","content":"c","error_msg":"e"}]}}]}"""),
            Frame("""{"tool_calls":[{"type":"drawing_tool","drawing_tool":{"input":"a cat","outputs":[{"image":"https://example.org/cat.png"}]}}]}"""),
            Frame("""{"tool_calls":[{"type":"retrieval","retrieval":{"outputs":[{"text":"t","document":"d"}]}}]}"""),
            Frame("""{"tool_calls":[{"id":"m","type":"mcp","mcp":{"id":"m1","type":"mcp_call","server_label":"a","name":"n","arguments":{"x":1},"output":"o","error":null,"tools":[{"name":"n"}]}}]}"""),
            Frame("""{"tool_calls":[{"id":"f","index":0,"type":"function","function":{"name":"f","arguments":"{}"}}]}""", "tool_calls"),
            "data: [DONE]\n\n"));
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress });

        var deltas = (await glm.StreamAsync()).SelectMany(static chunk => chunk.Delta.ToolCalls).ToList();
        var calls = deltas.Select(static delta => delta.ServerCall).OfType<GlmServerCall>().ToList();

        Assert.Equal("print(1)", string.Concat(calls.Where(static call => call.Type == "code_interpreter").Select(static call => call.Input)));
        Assert.Equal(("call_x", null), (calls[0].Id, calls[2].Id));
        Assert.Equal(("logs", "1\n", null), (calls[2].Outputs[0].Type, calls[2].Outputs[0].Logs, calls[2].Outputs[0].ErrorMessage));
        Assert.Equal(("t", "l", "c", "e"), (calls[3].Outputs[0].Title, calls[3].Outputs[0].Link, calls[3].Outputs[0].Content, calls[3].Outputs[0].ErrorMessage));
        Assert.Equal(("a cat", "https://example.org/cat.png"), (calls[4].Input, calls[4].Outputs[0].Image));
        Assert.Equal(("t", "d"), (calls[5].Outputs[0].Text, calls[5].Outputs[0].Document));
        var mcp = calls[6].Mcp!;
        Assert.Equal(("m1", "mcp_call", "a", "n", "{\"x\":1}", "o", null), (mcp.Id, mcp.Type, mcp.ServerLabel, mcp.Name, mcp.Arguments, mcp.Output, mcp.Error));
        Assert.Equal("""{"name":"n"}""", Assert.Single(mcp.Tools).GetRawText());
        Assert.Null(deltas[^1].ServerCall);
        Assert.Equal(7, calls.Count);
    }

    private static async Task<(IReadOnlyList<GlmWebSearchResult>, IReadOnlyList<GlmContentFilter>, IReadOnlyDictionary<string, JsonElement>)> WholeAsync(GlmClient glm)
        => await glm.CompleteAsync() is var completion ? (completion.WebSearch, completion.ContentFilter, completion.AdditionalProperties) : default;

    private static async Task<(IReadOnlyList<GlmWebSearchResult>, IReadOnlyList<GlmContentFilter>, IReadOnlyDictionary<string, JsonElement>)> StreamedAsync(GlmClient glm)
    {
        var chunks = await glm.StreamAsync();
        Assert.Empty(chunks[0].WebSearch);
        return (chunks[^1].WebSearch, chunks[^1].ContentFilter, chunks[^1].AdditionalProperties);
    }

    private static Task<GlmEmulator> StartAsync(EmulatedReply reply) => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(reply) });

    private static string Frame(string delta, string? reason = null)
        => $$"""data: {"id":"1","choices":[{"index":0,"delta":{{delta}}{{(reason is null ? "" : $",\"finish_reason\":\"{reason}\"")}}}]}""" + "\n\n";

    private static void AssertTools(string expected, GlmChatRequest request)
    {
        using var body = JsonDocument.Parse(Written.Text(request));
        Assert.Equal(expected, body.RootElement.GetProperty("tools").GetRawText());
    }
}
