using System.Runtime.InteropServices;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads what the service tells of tools it runs itself (protocol sheet 4.4).</summary>
internal static class ServerCallReader
{
    /// <summary>Reads a call.</summary>
    /// <param name="type">The kind of tool.</param>
    /// <param name="id">The call's id.</param>
    /// <param name="json">What came under the tool's name; undefined for nothing.</param>
    public static GlmServerCall Read(string type, string? id, JsonElement json) => new(type)
    {
        Id = id,
        Input = Text(json, "input"),
        Outputs = [.. Items(json, "outputs").Select(ReadOutput)],
        Mcp = type == "mcp" && json.ValueKind == JsonValueKind.Object ? ReadMcp(json) : null,
        Json = json,
    };

    private static GlmServerOutput ReadOutput(JsonElement output) => new()
    {
        Type = Text(output, "type"),
        Logs = Text(output, "logs"),
        ErrorMessage = Text(output, "error_msg"),
        Title = Text(output, "title"),
        Link = Text(output, "link"),
        Content = Text(output, "content"),
        Image = Text(output, "image"),
        Text = Text(output, "text"),
        Document = Text(output, "document"),
        Json = output,
    };

    private static GlmMcpCall ReadMcp(JsonElement mcp) => new()
    {
        Id = Text(mcp, "id"),
        Type = Text(mcp, "type"),
        ServerLabel = Text(mcp, "server_label"),
        Error = Text(mcp, "error"),
        Name = Text(mcp, "name"),
        Arguments = Text(mcp, "arguments"),
        Output = Text(mcp, "output"),
        Tools = [.. Items(mcp, "tools")],
    };

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        // Like everything on this wire: what it holds, whatever kind it is of.
        var utf8 = JsonMarshal.GetRawUtf8Value(value);
        var json = new Utf8JsonReader(utf8);
        return json.ReadText(utf8);
    }
}
