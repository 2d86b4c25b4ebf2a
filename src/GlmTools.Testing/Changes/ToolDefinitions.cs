using GlmTools.Generators.Json;
using GlmTools.Generators.Locking;

namespace GlmTools.Testing;

/// <summary>Reads definitions of tools in the forms they are kept in.</summary>
internal static class ToolDefinitions
{
    /// <exception cref="ArgumentException">The text is none of these forms.</exception>
    public static IReadOnlyList<LockedTool> Read(string json, string parameter)
    {
        ArgumentNullException.ThrowIfNull(json, parameter);
        try
        {
            // What a Windows editor puts in front of a file is no JSON.
            var root = JsonParser.Parse(json.TrimStart('\ufeff'));
            var list = root.Kind == JsonKind.Array ? root : root["tools"];
            return list is { Kind: JsonKind.Array }
                ? [.. list.Items.Select(Read)]
                : root["function"] is not null ? [Read(root)]
                : throw new JsonSyntaxException("it is neither an array of tools, nor has it a \"tools\" array", 0);
        }
        catch (JsonSyntaxException fault)
        {
            throw new ArgumentException($"These are no definitions of tools: {fault.Message}, at character {fault.Position}. Pass what GlmToolSet.ToJson() writes, or a lock file.", parameter, fault);
        }
    }

    // The wire wraps a function, and the lock file does not.
    private static LockedTool Read(JsonValue tool) => LockedTool.OfFunction(tool["set"]?.Text ?? "", tool["function"] ?? tool);
}
