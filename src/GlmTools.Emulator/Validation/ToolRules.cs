using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The <c>tools</c> array (protocol sheet 2.5).</summary>
internal static partial class ToolRules
{
    private const int MostFunctions = 128;

    public static IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Find("tools") is not { } tools)
        {
            yield break;
        }

        if (tools.ValueKind is not JsonValueKind.Array)
        {
            yield return BadRequest.Illegal("tools", "must be an array");
        }

        var names = new HashSet<string>();
        foreach (var (index, tool) in tools.EnumerateArray().Index())
        {
            foreach (var error in CheckTool(tool, $"tools[{index}]", names))
            {
                yield return error;
            }
        }

        if (names.Count > MostFunctions)
        {
            yield return BadRequest.Illegal("tools", $"has {names.Count} functions; {MostFunctions} are allowed");
        }
    }

    private static IEnumerable<ApiError> CheckTool(JsonElement tool, string at, HashSet<string> names)
    {
        if (tool.ValueKind is not JsonValueKind.Object)
        {
            yield return BadRequest.Illegal(at, "must be an object");
        }

        var type = tool.Text("type");
        if (type is not "function" && !ServerToolRules.Knows(type))
        {
            yield return BadRequest.Illegal($"{at}.type", "must be 'function' or a tool of the service");
        }

        // The tool object is closed: additionalProperties is false in the service's schema.
        foreach (var member in tool.EnumerateObject().Where(member => member.Name != "type" && member.Name != type))
        {
            yield return BadRequest.Illegal($"{at}.{member.Name}", $"is not allowed: a tool has only type and {type}");
        }

        foreach (var error in type is "function" ? CheckFunction(tool.Find("function"), $"{at}.function", names) : ServerToolRules.Check(tool, at))
        {
            yield return error;
        }
    }

    private static IEnumerable<ApiError> CheckFunction(JsonElement? value, string at, HashSet<string> names)
    {
        if (value is not { ValueKind: JsonValueKind.Object } function)
        {
            yield return BadRequest.Illegal(at, "must be an object with name, description and parameters");
            yield break;
        }

        if (function.Text("name") is not { } name || !NamePattern().IsMatch(name))
        {
            yield return BadRequest.Illegal($"{at}.name", "must match ^[a-zA-Z0-9_-]{1,64}$");
        }
        else if (!names.Add(name))
        {
            yield return BadRequest.Illegal($"{at}.name", $"is used twice: '{name}'");
        }

        if (function.Text("description") is null)
        {
            yield return BadRequest.Illegal($"{at}.description", "must be text");
        }

        if (function.Find("parameters") is not { ValueKind: JsonValueKind.Object } parameters || parameters.Text("type") is not "object")
        {
            yield return BadRequest.Illegal($"{at}.parameters", """must be a JSON schema of type object; without parameters {"type":"object","properties":{}}""");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex NamePattern();
}
