using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>Writes arguments in the notations that leak through servers that should have turned them into JSON.</summary>
internal static class ForeignText
{
    /// <summary>GLM's own template, as from GLM-4.7 on (protocol sheet 12.1): strings are raw, all else is JSON.</summary>
    public static string Template(JsonObject arguments) => string.Concat(arguments.Select(static argument
        => $"<arg_key>{argument.Key}</arg_key><arg_value>{(IsText(argument.Value) ? (string?)argument.Value : Garbled.Text(argument.Value))}</arg_value>"));

    /// <summary>What Python prints for a value.</summary>
    public static string Python(JsonNode? value) => value switch
    {
        null => "None",
        JsonObject members => $"{{{string.Join(", ", members.Select(static member => $"{PythonString(member.Key)}: {Python(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Python))}]",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.String => PythonString((string)value!),
            _ => Garbled.Text(value),
        },
    };

    /// <summary>An object whose text values stand without quotes.</summary>
    public static string Unquoted(JsonObject arguments)
        => $"{{{string.Join(", ", arguments.Select(static argument => $"\"{argument.Key}\": {(IsText(argument.Value) ? (string?)argument.Value : Garbled.Text(argument.Value))}"))}}}";

    public static bool IsText(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String;

    private static string PythonString(string text)
        => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'";
}
