using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GlmTools.Binding.Normalizing;

/// <summary>
/// Reads a call in GLM's own template, which leaks where a server fails to parse it (protocol sheet 4.5, 12, and 12.1).
/// The template carries no types: every value becomes a string, and the reader, which knows the schema, makes of it what
/// is wanted.
/// </summary>
/// <param name="tool">The name of the tool; a template that names another one is not this call.</param>
internal sealed partial class LeakedTemplate(string tool) : ArgumentRepair
{
    public override string Note => "template text read as JSON";

    public override bool TryApply(string text, [NotNullWhen(true)] out string? repaired)
    {
        repaired = null;
        if (Pattern.Match(text) is not { Success: true } call || (call.Groups["name"].Value is { Length: > 0 } name && name != tool))
        {
            return false;
        }

        var buffer = new ArrayBufferWriter<byte>(text.Length);
        using (var json = new Utf8JsonWriter(buffer, ToolJson.Compact))
        {
            json.WriteStartObject();
            foreach (var (key, value) in call.Groups["key"].Captures.Zip(call.Groups["value"].Captures))
            {
                json.WriteString(key.ValueSpan.Trim(), value.ValueSpan);
            }

            json.WriteEndObject();
        }

        repaired = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return true;
    }

    // A tag within a key or a value means that another one was lost, and an opened call without its end is cut off:
    // neither can be told from a call that was meant differently.
    [GeneratedRegex(
        """
        \A (?<open> <tool_call> )? \s* (?<name> [\w-]* ) \s*
        (
            <arg_key> (?<key> [^<>]+ ) </arg_key> \s*
            <arg_value> (?<value> (?> ( [^<] | < (?! /? (arg_key|arg_value|tool_call) > ) )* ) ) </arg_value> \s*
        )+
        (?(open) </tool_call> | ( </tool_call> )? ) \z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
