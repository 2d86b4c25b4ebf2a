using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>
/// The tools of a request. GLM knows no <c>tool_choice</c> but <c>auto</c> (protocol sheet 2.6): none means that none are sent, and a
/// forced one is sent alone, with an instruction.
/// </summary>
/// <param name="Utf8">The functions as the <c>tools</c> array; empty for none.</param>
/// <param name="Server">Those the service runs itself.</param>
/// <param name="Generated">The names of those that are generated.</param>
/// <param name="Instruction">What the model is told besides; <see langword="null"/> for nothing.</param>
internal sealed partial record OfferedTools(ReadOnlyMemory<byte> Utf8, IReadOnlyList<GlmServerTool> Server, IEnumerable<string> Generated, string? Instruction)
{
    private static readonly OfferedTools None = new(default, [], [], null);

    /// <exception cref="ArgumentException">A tool is none GLM can be told about, or the one that is required is missing.</exception>
    public static OfferedTools Of(ChatOptions? options)
    {
        if (options?.Tools is not { Count: > 0 } all || options.ToolMode is NoneChatToolMode)
        {
            return options?.ToolMode is RequiredChatToolMode
                ? throw new ArgumentException("A tool call is required, but there is no tool: add one to ChatOptions.Tools.", nameof(options))
                : None;
        }

        var required = options.ToolMode as RequiredChatToolMode;
        var server = all.Select(HostedTools.ToGlm).OfType<GlmServerTool>().ToList();
        var functions = all.OfType<AIFunctionDeclaration>().Select(Checked).ToList();
        if (required?.RequiredFunctionName is { } name)
        {
            server.Clear();
            functions.RemoveAll(function => function.Name != name);
            if (functions.Count == 0)
            {
                throw new ArgumentException($"A call of '{name}' is required, but ChatOptions.Tools holds no function of that name.", nameof(options));
            }
        }

        var generated = functions.Where(static function => function.GetService<GlmTool>() is not null).Select(static function => function.Name);
        return new(functions.Count > 0 ? Write(functions) : default, server, generated, required is null ? null : Demand(required.RequiredFunctionName));
    }

    private static string Demand(string? name) => name is null
        ? "Answer by calling one of the functions. Do not answer in text."
        : $"Answer by calling the function {name}. Do not answer in text.";

    private static AIFunctionDeclaration Checked(AIFunctionDeclaration function) => Name().IsMatch(function.Name)
        ? function
        : throw new ArgumentException($"ChatOptions.Tools: '{Excerpt.Of(function.Name)}' is no name GLM takes: 1 to 64 characters out of a-z A-Z 0-9 _ -.", "options");

    private static ReadOnlyMemory<byte> Write(List<AIFunctionDeclaration> functions)
    {
        var output = new ArrayBufferWriter<byte>(256 * functions.Count);
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        json.WriteStartArray();
        foreach (var function in functions)
        {
            if (function.GetService<GlmTool>() is { } tool && Tells(tool, function))
            {
                json.WriteRawValue(tool.Utf8Definition, skipInputValidation: true);
            }
            else
            {
                Write(json, function);
            }
        }

        json.WriteEndArray();
        json.Flush();
        return output.WrittenMemory;
    }

    // Name, description and parameters may be others where the tool was wrapped; its constant is only good for its own.
    private static bool Tells(GlmTool tool, AIFunctionDeclaration function) => ReferenceEquals(tool, function)
        || (tool.Name == function.Name && tool.Description == function.Description && JsonElement.DeepEquals(tool.JsonSchema, function.JsonSchema));

    private static void Write(Utf8JsonWriter json, AIFunctionDeclaration function)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "function"u8);
        json.WriteStartObject("function"u8);
        json.WriteString("name"u8, function.Name);
        json.WriteString("description"u8, function.Description);
        json.WritePropertyName("parameters"u8);
        if (function.JsonSchema.ValueKind == JsonValueKind.Object)
        {
            function.JsonSchema.WriteTo(json);
        }
        else
        {
            // GLM wants an object of no members for a function without parameters (protocol sheet 2.5).
            json.WriteRawValue("""{"type":"object","properties":{}}"""u8, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
