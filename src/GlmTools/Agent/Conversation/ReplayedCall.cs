using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Binding.Normalizing;

namespace GlmTools;

/// <summary>
/// A call as it goes back over the wire. Servers that render the model's own template fail hard on arguments that are
/// not a JSON object, and a name out of form is refused; what was wrong with them, the tool message says (protocol sheet 3.3, 6).
/// </summary>
internal static partial class ReplayedCall
{
    private const int MaxNameLength = 64;

    public static GlmToolCall Of(GlmToolCall call)
    {
        var (name, arguments) = (Name(call.Name), Arguments(call));
        return ReferenceEquals(name, call.Name) && ReferenceEquals(arguments, call.Arguments) ? call : call with { Name = name, Arguments = arguments };
    }

    // What the binder reads out of a garbled text is what runs, so it is what the model has to find in the transcript.
    private static string Arguments(GlmToolCall call)
    {
        if (ArgumentsText.IsObject(call.Arguments))
        {
            return call.Arguments;
        }

        var read = ArgumentNormalizer.OfArguments(call.Name).Normalize(call.Arguments, JsonTokenType.StartObject);
        return ArgumentsText.IsObject(read.Text) ? read.Text : "{}";
    }

    private static string Name(string name)
    {
        var mended = Foreign().Replace(name, "_");
        return mended.Length == 0 ? "unnamed" : mended[..Math.Min(mended.Length, MaxNameLength)];
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]")]
    private static partial Regex Foreign();
}
