using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>What a person is asked before a call: the template of the tool, filled with the arguments.</summary>
internal static class ConfirmationText
{
    /// <summary>What stands for an argument that did not come and has no default.</summary>
    private const string Nothing = "-";

    public static string Of(GlmTool tool, JsonElement arguments)
    {
        if (tool.Policy.Confirmation is not { } template)
        {
            return $"{tool.Name} {VisibleText.Of(Text(arguments))}";
        }

        var text = new StringBuilder();
        foreach (var part in ConfirmationTemplate.Parse(template, out _) ?? [])
        {
            text.Append(part.IsArgument ? VisibleText.Of(Text(ValueAt(part.Text, arguments, new(tool.JsonSchema)))) : part.Text);
        }

        return text.ToString();
    }

    // Where the object around it did not come, neither did the default of a member.
    private static JsonElement? ValueAt(string path, JsonElement arguments, SchemaPlace schema)
    {
        var value = arguments;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var member = schema.Member(name, value);
            if (value.TryGetProperty(name, out var came))
            {
                (value, schema) = (came, member);
            }
            else if (member.Default is { } constant)
            {
                (value, schema) = (constant, member);
            }
            else
            {
                return null;
            }
        }

        return value;
    }

    private static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => Nothing,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => ToolJson.Text(other, ToolJson.Compact),
    };
}
