using System.Text;

namespace GlmTools.Emulator.Tests;

/// <summary>What the service refuses in a request body, one row a refusal: what is wrong, the body, the code, the field that the message names.</summary>
public class StrictnessTests
{
    private const string User = """{"role":"user","content":"hi"}""";
    private const string Call = """{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}""";
    private const string Call2 = """{"id":"c2","type":"function","function":{"name":"f","arguments":"{}"}}""";
    private const string Answer1 = """{"role":"tool","tool_call_id":"c1","content":"1"}""";
    private const string Answer2 = """{"role":"tool","tool_call_id":"c2","content":"2"}""";
    private const string Tool = """{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{}}}}""";

    private static readonly string CallOne = Calls(Call);
    private static readonly string CallBoth = Calls(Call, Call2);

    public static TheoryData<string, string, string, string> Bodies => new()
    {
        { "no JSON", "hello", "1210", "body" },
        { "empty", "", "1210", "body" },
        { "an array", "[]", "1210", "body" },
        { "two objects", "{}{}", "1210", "body" },
        { "text that is no Unicode", $$"""{"model":"m","messages":[{"role":"user","content":"\ud800"}]}""", "1210", "body" },
        { "no model", $$"""{"messages":[{{User}}]}""", "1213", "model" },
        { "null model", $$"""{"model":null,"messages":[{{User}}]}""", "1213", "model" },
        { "empty model", $$"""{"model":"","messages":[{{User}}]}""", "1213", "model" },
        { "numeric model", $$"""{"model":4,"messages":[{{User}}]}""", "1210", "model" },
        { "no messages", """{"model":"m"}""", "1213", "messages" },
    };

    public static TheoryData<string, string, string, string> Fields => new()
    {
        { "stream as text", "\"stream\":\"true\"", "1210", "stream" },
        { "tool_stream as number", "\"tool_stream\":1", "1210", "tool_stream" },
        { "do_sample as text", "\"do_sample\":\"no\"", "1210", "do_sample" },
        { "temperature above 1", "\"temperature\":1.01", "1210", "temperature" },
        { "temperature below 0", "\"temperature\":-0.01", "1210", "temperature" },
        { "temperature as text", "\"temperature\":\"0.5\"", "1210", "temperature" },
        { "top_p above 1", "\"top_p\":1.5", "1210", "top_p" },
        { "top_p 0", "\"top_p\":0", "1210", "top_p" },
        { "max_tokens 0", "\"max_tokens\":0", "1210", "max_tokens" },
        { "max_tokens above the limit", "\"max_tokens\":131073", "1210", "max_tokens" },
        { "max_tokens as fraction", "\"max_tokens\":1.5", "1210", "max_tokens" },
        { "stop as text", "\"stop\":\"x\"", "1210", "stop" },
        { "five stops", """ "stop":["1","2","3","4","5"]""", "1210", "stop" },
        { "stop of numbers", "\"stop\":[1]", "1210", "stop" },
        { "thinking as bool", "\"thinking\":true", "1210", "thinking" },
        { "thinking.type unknown", """ "thinking":{"type":"on"}""", "1210", "thinking.type" },
        { "clear_thinking as text", """ "thinking":{"clear_thinking":"no"}""", "1210", "thinking.clear_thinking" },
        { "reasoning_effort unknown", "\"reasoning_effort\":\"huge\"", "1210", "reasoning_effort" },
        { "response_format as text", "\"response_format\":\"json\"", "1210", "response_format" },
        { "response_format.type unknown", """ "response_format":{"type":"xml"}""", "1210", "response_format.type" },
        { "request_id too short", "\"request_id\":\"12345\"", "1210", "request_id" },
        { "request_id too long", $"\"request_id\":\"{new string('1', 65)}\"", "1210", "request_id" },
        { "user_id too short", "\"user_id\":\"12345\"", "1210", "user_id" },
        { "user_id too long", $"\"user_id\":\"{new string('1', 129)}\"", "1210", "user_id" },
        { "glm-5.3 told not to think", """ "model":"glm-5.3","thinking":{"type":"disabled"}""", "1210", "thinking.type" },
        { "an effort that glm-5.3-flash does not have", """ "model":"GLM-5.3-flash","reasoning_effort":"medium" """, "1210", "low, high, max" },
        { "sensitive_word_check unknown", """ "sensitive_word_check":{"type":"ALL","status":"ON"}""", "1210", "sensitive_word_check.status" },
        { "meta as text", "\"meta\":\"x\"", "1210", "meta" },
        { "watermark as text", "\"watermark_enabled\":\"no\"", "1210", "watermark_enabled" },
        { "tool_choice none", "\"tool_choice\":\"none\"", "1210", "Tool choice must be auto" },
        { "tool_choice required", "\"tool_choice\":\"required\"", "1210", "Tool choice must be auto" },
        { "tool_choice object", """ "tool_choice":{"type":"function","function":{"name":"f"}}""", "1210", "Tool choice must be auto" },
    };

    public static TheoryData<string, string, string> Tools => new()
    {
        { "no array", "{}", "tools must" },
        { "no object", "[1]", "tools[0] must" },
        { "no type", """[{"function":{}}]""", "tools[0].type" },
        { "unknown type", """[{"type":"magic"}]""", "tools[0].type" },
        { "web_search with another engine", """[{"type":"web_search","web_search":{"search_engine":"bing"}}]""", "tools[0].web_search.search_engine" },
        { "web_search for 51 pages", """[{"type":"web_search","web_search":{"count":51}}]""", "tools[0].web_search.count" },
        { "retrieval of nothing", """[{"type":"retrieval"}]""", "tools[0].retrieval must be an object" },
        { "retrieval without knowledge", """[{"type":"retrieval","retrieval":{}}]""", "tools[0].retrieval.knowledge_id" },
        { "mcp without a label", """[{"type":"mcp","mcp":{"server_url":"https://example.org"}}]""", "tools[0].mcp.server_label" },
        { "mcp over another transport", """[{"type":"mcp","mcp":{"server_label":"a","transport_type":"stdio"}}]""", "tools[0].mcp.transport_type" },
        { "another sandbox", """[{"type":"code_interpreter","code_interpreter":{"sandbox":"mine"}}]""", "tools[0].code_interpreter.sandbox" },
        { "no function", """[{"type":"function"}]""", "tools[0].function" },
        { "foreign key on the tool", Tool.Insert(1, "\"strict\":true,").Wrapped(), "tools[0].strict" },
        { "no name", Tool.Without("\"name\":\"f\",").Wrapped(), "tools[0].function.name" },
        { "name with a dot", Tool.Replace("\"f\"", "\"a.b\"").Wrapped(), "tools[0].function.name" },
        { "name in Chinese", Tool.Replace("\"f\"", "\"天气\"").Wrapped(), "tools[0].function.name" },
        { "name with a line end", Tool.Replace("\"f\"", "\"f\\n\"").Wrapped(), "tools[0].function.name" },
        { "name of 65 characters", Tool.Replace("\"f\"", $"\"{new string('f', 65)}\"").Wrapped(), "tools[0].function.name" },
        { "duplicate name", $"[{Tool},{Tool}]", "tools[1].function.name" },
        { "no description", Tool.Without("\"description\":\"d\",").Wrapped(), "tools[0].function.description" },
        { "no parameters", Tool.Without(",\"parameters\":{\"type\":\"object\",\"properties\":{}}").Wrapped(), "tools[0].function.parameters" },
        { "parameters of another type", Tool.Replace("\"object\"", "\"string\"").Wrapped(), "tools[0].function.parameters" },
        { "parameters as text", Tool.Replace("{\"type\":\"object\",\"properties\":{}}", "\"{}\"").Wrapped(), "tools[0].function.parameters" },
        { "129 functions", $"[{string.Join(',', Enumerable.Range(0, 129).Select(i => Tool.Replace("\"f\"", $"\"f{i}\"")))}]", "129 functions" },
    };

    public static TheoryData<string, string, string> Messages => new()
    {
        { "no array", "{}", "messages must" },
        { "none", "[]", "messages must" },
        { "no object", "[1]", "messages[0] must" },
        { "no role", """[{"content":"hi"}]""", "messages[0].role" },
        { "unknown role", """[{"role":"developer","content":"hi"}]""", "messages[0].role" },
        { "no user message", """[{"role":"system","content":"s"},{"role":"assistant","content":"a"}]""", "user message" },
        { "system without content", """[{"role":"system"},{"role":"user","content":"hi"}]""", "messages[0].content" },
        { "system with parts", """[{"role":"system","content":[{"type":"text","text":"s"}]},{"role":"user","content":"hi"}]""", "messages[0].content" },
        { "user with null content", """[{"role":"user","content":null}]""", "messages[0].content" },
        { "user with a number", """[{"role":"user","content":1}]""", "messages[0].content" },
        { "user with no parts", """[{"role":"user","content":[]}]""", "messages[0].content" },
        { "a part without type", """[{"role":"user","content":[{"text":"x"}]}]""", "messages[0].content" },
        { "a text part without text", """[{"role":"user","content":[{"type":"text"}]}]""", "messages[0].content" },
        { "assistant with neither content nor calls", $$"""[{{User}},{"role":"assistant","content":null,"tool_calls":[]}]""", "messages[1] must" },
        { "assistant with parts", $$"""[{{User}},{"role":"assistant","content":[{"type":"text","text":"s"}]}]""", "messages[1].content" },
        { "reasoning as object", $$$"""[{{{User}}},{"role":"assistant","content":"a","reasoning_content":{}}]""", "messages[1].reasoning_content" },
        { "tool_calls as object", $$$"""[{{{User}}},{"role":"assistant","content":"a","tool_calls":{}}]""", "messages[1].tool_calls" },
        { "call without type", History(Calls(Call.Without("\"type\":\"function\",")), Answer1), "messages[1].tool_calls[0].type" },
        { "call without id", History(Calls(Call.Without("\"id\":\"c1\",")), Answer1), "messages[1].tool_calls[0].id" },
        { "call without function", History(Calls("""{"id":"c1","type":"function"}"""), Answer1), "messages[1].tool_calls[0].function.name" },
        { "call without name", History(Calls(Call.Without("\"name\":\"f\",")), Answer1), "messages[1].tool_calls[0].function.name" },
        { "arguments as object", History(Calls(Call.Replace("\"{}\"", "{}")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "arguments missing", History(Calls(Call.Without(",\"arguments\":\"{}\"")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "arguments empty", History(Calls(Call.Replace("{}", "")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "arguments cut off", History(Calls(Call.Replace("{}", "{")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "arguments of two objects", History(Calls(Call.Replace("{}", "{}{}")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "arguments an array", History(Calls(Call.Replace("{}", "[]")), Answer1), "messages[1].tool_calls[0].function.arguments" },
        { "tool without tool_call_id", History(CallOne, Answer1.Without("\"tool_call_id\":\"c1\",")), "messages[2].tool_call_id must be" },
        { "tool with a numeric tool_call_id", History(CallOne, Answer1.Replace("\"c1\"", "1")), "messages[2].tool_call_id must be" },
        { "tool without content", History(CallOne, Answer1.Without(",\"content\":\"1\"")), "messages[2].content" },
        { "tool with null content", History(CallOne, Answer1.Replace("\"1\"", "null")), "messages[2].content" },
        { "tool with an object as content", History(CallOne, Answer1.Replace("\"1\"", "{}")), "messages[2].content" },
        { "tool with a name", History(CallOne, Answer1.Insert(1, "\"name\":\"f\",")), "messages[2].name" },
        { "tool with a response", History(CallOne, Answer1.Insert(1, "\"response\":\"f\",")), "messages[2].response" },
        { "tool right after the user", History(Answer1), "messages[1].tool_call_id 'c1' is no call" },
        { "tool with an id nobody called", History(CallOne, Answer2), "messages[2].tool_call_id 'c2' is no call" },
        { "a call answered twice", History(CallOne, Answer1, Answer1), "messages[3].tool_call_id answers the call 'c1' a second time" },
        { "a call of an earlier turn", History(CallOne, Answer1, Calls(Call2), Answer1), "messages[4].tool_call_id answers the call 'c1' a second time" },
        { "answers out of order", History(CallBoth, Answer2, Answer1), "messages[2].tool_call_id is out of order" },
        { "no answer before the user goes on", History(CallOne, User), "messages[2] comes before the call 'c1'" },
        { "half an answer before the assistant goes on", History(CallBoth, Answer1, CallOne), "messages[3] comes before the call 'c2'" },
        { "no answer at the end", History(CallOne), "ends before the call 'c1'" },
        { "half an answer at the end", History(CallBoth, Answer1), "ends before the call 'c2'" },
        { "one id twice in a message", History(Calls(Call, Call), Answer1, Answer1), "messages[1].tool_calls[1].id" },
        { "one id twice in the history", History(CallOne, Answer1, CallOne, Answer1), "messages[3].tool_calls[0].id" },
    };

    public static TheoryData<string, string> Good => new()
    {
        { "the limits of every range", WithField("""
            "temperature":0,"top_p":0.01,"max_tokens":1,"stop":["1","2","3","4"],"thinking":{"type":"disabled","clear_thinking":false},
            "reasoning_effort":"none","response_format":{"type":"json_object"},"request_id":"123456","user_id":"123456","tool_choice":"auto"
            """) },
        { "the other limits", WithField("\"temperature\":1.0,\"top_p\":1,\"max_tokens\":131072,\"stream\":false") },
        { "json_schema, which the service ignores", WithField("""
            "response_format":{"type":"json_schema","json_schema":{}}
            """) },
        { "unknown fields", WithField("\"n\":5,\"parallel_tool_calls\":\"x\"") },
        { "nulls", WithField("\"temperature\":null,\"tools\":null,\"stop\":null,\"tool_choice\":null") },
        { "128 functions and server tools", WithField($$$"""
            "tools":[{"type":"web_search","web_search":{}},{{{string.Join(',', Enumerable.Range(0, 128).Select(i => Tool.Replace("\"f\"", $"\"f{i}\"")))}}}]
            """) },
        { "strict in a function", WithField($"\"tools\":[{Tool.Replace("\"name\"", "\"strict\":true,\"name\"")}]") },
        { "a full round with an echoed index, no tools in the follow-up", WithMessages(History(CallBoth.Replace("\"id\":\"c2\"", "\"index\":1,\"id\":\"c2\""), Answer1, Answer2, User)) },
        { "a call of an undeclared tool in the history", WithMessages(History(Calls(Call.Replace("\"f\"", "\"gone\"")), Answer1)) },
        { "an empty user text", WithMessages("""[{"role":"user","content":""}]""") },
        { "an assistant at the end", WithMessages(History("""{"role":"assistant","content":""}""")) },
    };

    [Theory, MemberData(nameof(Bodies))]
    public Task A_body_is_refused(string name, string body, string code, string field) => AssertRefusedAsync(name, body, code, field);

    [Theory, MemberData(nameof(Fields))]
    public Task A_field_is_refused(string name, string field, string code, string message) => AssertRefusedAsync(name, WithField(field), code, message);

    [Theory, MemberData(nameof(Tools))]
    public Task A_tool_is_refused(string name, string tools, string message) => AssertRefusedAsync(name, WithField($"\"tools\":{tools}"), "1214", message);

    [Theory, MemberData(nameof(Messages))]
    public Task A_message_is_refused(string name, string messages, string message) => AssertRefusedAsync(name, WithMessages(messages), "1214", message);

    [Theory, MemberData(nameof(Good))]
    public async Task Is_taken(string name, string body)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.PostAsync(body);
        Assert.True(answer.Status == 200, $"{name}: {answer.Body}");
    }

    [Fact]
    public async Task A_refused_stream_request_gets_plain_JSON()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.PostAsync(WithField("\"stream\":true,\"temperature\":2"));
        Assert.Equal((400, "application/json; charset=UTF-8", "1210"), (answer.Status, answer.ContentType, answer.Code));
    }

    [Fact]
    public async Task A_refused_request_does_not_reach_the_model()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("first"));
        await emulator.PostAsync(WithField("\"temperature\":2"));
        Assert.Contains("first", (await emulator.PostAsync(Wire.Ask("hi"))).Body);
    }

    [Fact]
    public async Task A_request_id_is_taken_once_unless_its_request_failed()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Fail(429, "1302", "slow"), EmulatedReply.Say("x"));
        var body = WithField("\"request_id\":\"request-1\"");

        Assert.Equal(429, (await emulator.PostAsync(body)).Status);
        Assert.Equal(200, (await emulator.PostAsync(body)).Status);
        var third = await emulator.PostAsync(body);
        Assert.Equal((400, "1231"), (third.Status, third.Code));
        Assert.Contains("request_id", third.Message);
    }

    [Fact]
    public async Task An_unknown_model_is_refused_only_where_the_known_ones_are_given()
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(EmulatedReply.Say("x")), KnownModels = ["glm-4.6"] });

        var refused = await emulator.PostAsync($$"""{"model":"gpt-4","messages":[{{User}}]}""");
        Assert.Equal((400, "1211"), (refused.Status, refused.Code));
        Assert.Contains("gpt-4", refused.Message);
        Assert.Equal(200, (await emulator.PostAsync($$"""{"model":"glm-4.6","messages":[{{User}}]}""")).Status);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.PostAsync(Encoding.Latin1.GetBytes(Wire.Ask("é")));
        Assert.Equal((400, "1210"), (answer.Status, answer.Code));
    }

    private static async Task AssertRefusedAsync(string name, string body, string code, string message)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.PostAsync(body);

        Assert.True(answer.Status == 400, $"{name}: {answer.Body}");
        Assert.Equal(code, answer.Code);
        Assert.Contains(message, answer.Message);
    }

    private static string WithField(string field) => $$"""{"model":"m","messages":[{{User}}],{{field}}}""";

    private static string WithMessages(string messages) => $$"""{"model":"m","messages":{{messages}}}""";

    private static string History(params string[] messages) => $"[{User},{string.Join(',', messages)}]";

    private static string Calls(params string[] calls) => $$"""{"role":"assistant","content":null,"tool_calls":[{{string.Join(',', calls)}}]}""";
}
