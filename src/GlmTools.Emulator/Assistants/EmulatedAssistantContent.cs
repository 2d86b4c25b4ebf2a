using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Chat;

namespace GlmTools.Emulator;

/// <summary>One content of an answer (protocol sheet 9.2).</summary>
public sealed class EmulatedAssistantContent
{
    private readonly Func<IEnumerable<JsonObject>> _states;

    private EmulatedAssistantContent(Func<IEnumerable<JsonObject>> states) => _states = states;

    /// <summary>Text, which grows.</summary>
    public static EmulatedAssistantContent Text(string text) => Growing("text", "text", text);

    /// <summary>Code, which grows.</summary>
    public static EmulatedAssistantContent Code(string code) => Growing("code", "code", code);

    /// <summary>What code wrote.</summary>
    public static EmulatedAssistantContent ExecutionOutput(string output) => Whole("execution_output", "content", output);

    /// <summary>A failure of a tool.</summary>
    public static EmulatedAssistantContent SystemError(string message) => Whole("system_error", "content", message);

    /// <summary>Images, by their addresses.</summary>
    public static EmulatedAssistantContent Images(params string[] urls)
        => Whole("image", "image", new JsonArray([.. urls.Select(static url => new JsonObject { ["image_url"] = url })]));

    /// <summary>Calls of tools the service runs.</summary>
    /// <param name="json">The JSON of <c>tool_calls</c>.</param>
    public static EmulatedAssistantContent ToolCalls(string json) => Whole("tool_calls", "tool_calls", JsonNode.Parse(json));

    /// <summary>A web page that was looked at: JSON inside a string.</summary>
    public static EmulatedAssistantContent BrowserResult(string title, string url)
        => Whole("browser_result", "content", Write(new JsonObject { ["title"] = title, ["url"] = url }));

    /// <summary>A content of any other kind.</summary>
    /// <param name="json">The whole content, an object with its <c>type</c>; also an empty one.</param>
    public static EmulatedAssistantContent Other(string json) => new(() => [JsonNode.Parse(json)!.AsObject()]);

    /// <summary>The content as it grows, the last state being the whole of it.</summary>
    internal IEnumerable<JsonObject> States => _states();

    internal static string Write(JsonNode json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static EmulatedAssistantContent Growing(string type, string member, string text) => new(() => Grow(type, member, text));

    private static IEnumerable<JsonObject> Grow(string type, string member, string text)
    {
        var length = 0;
        foreach (var fragment in TextFragments.Of(text))
        {
            length += fragment.Length;
            yield return new JsonObject { ["type"] = type, [member] = text[..length] };
        }
    }

    private static EmulatedAssistantContent Whole(string type, string member, JsonNode? value)
        => new(() => [new JsonObject { ["type"] = type, [member] = value?.DeepClone() }]);
}
