using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools.Binding;

/// <summary>Turns the arguments of a foreign pipeline back into the JSON they came from, so that they pass the same binder.</summary>
internal static class ArgumentEncoder
{
    /// <summary>
    /// The key of a text that is no JSON object, exactly as the model wrote it. So what was garbled is read as it is for an agent, and refused
    /// by a destructive tool. The value is a <see cref="string"/>: what a model writes under this key is a <see cref="JsonElement"/>.
    /// </summary>
    public const string Verbatim = "$text";

    /// <summary>The arguments in the form in which GlmTools writes JSON.</summary>
    public static ReadOnlyMemory<byte> Encode(AIFunctionArguments arguments)
    {
        var json = new ResultWriter();
        Encode(arguments, json, asWritten: false);
        return json.WrittenMemory;
    }

    /// <summary>Writes the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="json">Where to.</param>
    /// <param name="asWritten">Whether elements are copied letter by letter: much cheaper, but documents can be told to allow more than JSON does.</param>
    public static void Encode(AIFunctionArguments arguments, ResultWriter json, bool asWritten)
    {
        if (VerbatimText(arguments) is { } text)
        {
            json.Text(text);
            return;
        }

        json.Raw("{"u8);
        foreach (var (name, value) in arguments)
        {
            json.Name(name);
            switch (value)
            {
                case JsonElement element when asWritten:
                    json.Value(JsonMarshal.GetRawUtf8Value(element));
                    break;
                case JsonElement element:
                    json.Write(element);
                    break;
                default:
                    // Pipelines hand over JsonElement; only a caller's own code brings CLR values, for which this contract is enough.
                    json.Write(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value?.GetType() ?? typeof(object)));
                    break;
            }
        }

        json.End('}');
    }

    /// <summary>The text as the model wrote it; <see langword="null"/> where the arguments are members.</summary>
    public static string? VerbatimText(IDictionary<string, object?>? arguments)
        => arguments is { Count: 1 } && arguments.TryGetValue(Verbatim, out var value) ? value as string : null;
}
