using System.Text.RegularExpressions;

namespace GlmTools;

/// <summary>
/// A call as it goes back over the wire. Servers that render the model's own template fail hard on arguments that are
/// not a JSON object, and a name out of form is refused; what was wrong with them, the tool message says (protocol sheet 3.3, 6).
/// </summary>
internal static partial class ReplayedCall
{
    private const int MaxNameLength = 64;

    public static GlmToolCall Of(GlmToolCall call) => call with
    {
        Name = Name(call.Name),
        Arguments = ArgumentsText.IsObject(call.Arguments) ? call.Arguments : "{}",
    };

    private static string Name(string name)
    {
        var mended = Foreign().Replace(name, "_");
        return mended.Length == 0 ? "unnamed" : mended[..Math.Min(mended.Length, MaxNameLength)];
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]")]
    private static partial Regex Foreign();
}
