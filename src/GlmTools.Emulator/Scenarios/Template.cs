using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace GlmTools.Emulator.Scenarios;

/// <summary>Text with places to fill: <c>${capture}</c>, <c>${tool.member}</c>, and <c>${...:number}</c> for what must be a number.</summary>
internal sealed partial class Template
{
    private readonly string _text;
    private readonly Func<string, string> _encode;

    private Template(string text, Func<string, string> encode)
    {
        _text = text;
        _encode = encode;
        Placeholders = [.. PlaceholderPattern().Matches(text).Select(static match => Placeholder.Parse(match.Groups[1].Value))];
    }

    /// <summary>The places to fill, in order; <see langword="null"/> for one that is not well-formed.</summary>
    public IReadOnlyList<Placeholder?> Placeholders { get; }

    /// <summary>A template whose values go in as they are.</summary>
    public static Template OfText(string text) => new(text, static value => value);

    /// <summary>A template over compact JSON: values stand in strings and are escaped, a string that is only a number's place becomes that number.</summary>
    public static Template OfJson(string json) => new(NumberPattern().Replace(json, "$1"), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode);

    /// <summary>The text with every place filled, or <see langword="null"/> when one cannot be.</summary>
    public string? Fill(ScenarioTurn turn)
    {
        // The reader of the scenario has refused malformed ones.
        var values = Placeholders.Select(placeholder => placeholder!.Resolve(turn)).ToList();
        if (values.Contains(null))
        {
            return null;
        }

        var next = 0;
        return PlaceholderPattern().Replace(_text, _ => _encode(values[next++]!));
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"""(\$\{[^}""]*:number\})""")]
    private static partial Regex NumberPattern();
}
