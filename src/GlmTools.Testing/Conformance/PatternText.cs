using System.Globalization;
using System.Text;

namespace GlmTools.Testing;

/// <summary>
/// Writes a text that a regular expression matches: of the alternatives, repetitions and characters it allows, the variant says which.
/// It knows what schemas use; whoever asks checks the text, so that what it does not know is only missed.
/// </summary>
internal sealed class PatternText
{
    private const int Variants = 4;

    // In this order, so that the plainest text of a class comes first.
    private const string Alphabet = "aA0bB1zZ9_- .,:;/@#+*!?=%&$()[]{}<>|~^'\"\\\t";

    private readonly string _pattern;
    private readonly int _variant;
    private int _at;

    private PatternText(string pattern, int variant) => (_pattern, _variant) = (pattern, variant);

    /// <summary>Some texts, which may match.</summary>
    public static IEnumerable<string> Of(string pattern)
    {
        for (var variant = 0; variant < Variants; variant++)
        {
            if (Write(pattern, variant) is { } text)
            {
                yield return text;
            }
        }
    }

    private static string? Write(string pattern, int variant)
    {
        try
        {
            var text = new PatternText(pattern, variant);
            var written = text.Alternatives();
            return text._at == pattern.Length ? written : null;
        }
        catch (Exception beyond) when (beyond is IndexOutOfRangeException or FormatException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        var all = new List<string> { Sequence() };
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            all.Add(Sequence());
        }

        return all[_variant % all.Count];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            text.Insert(text.Length, atom, Repetitions());
        }

        return text.ToString();
    }

    private string Atom()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '(':
                _at += _pattern.AsSpan(_at).StartsWith("?:") ? 2 : _pattern[_at] == '?' ? throw new FormatException() : 0;
                var group = Alternatives();
                _at++;
                return group;
            case '[':
                return Pick(Class());
            case '.':
                return Pick(static _ => true);
            case '\\':
                return Escape(_pattern[_at++]) is { } category ? Pick(category) : Literal(_pattern[_at - 1]);
            default:
                return c.ToString();
        }
    }

    private Predicate<char> Class()
    {
        var isNegated = _pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        var parts = new List<Predicate<char>>();
        for (var isFirst = true; _pattern[_at] != ']' || isFirst; isFirst = false)
        {
            var from = _pattern[_at++];
            if (from == '\\' && Escape(_pattern[_at++]) is { } category)
            {
                parts.Add(category);
                continue;
            }

            from = from == '\\' ? Literal(_pattern[_at - 1])[0] : from;
            var to = from;
            if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                to = _pattern[_at + 1] == '\\' ? _pattern[_at + 2] : _pattern[_at + 1];
                _at += _pattern[_at + 1] == '\\' ? 3 : 2;
            }

            // A range without a character of the alphabet stands for itself.
            var first = from;
            parts.Add(c => c >= first && c <= to);
        }

        _at++;
        return c => parts.Exists(part => part(c)) != isNegated;
    }

    private static Predicate<char>? Escape(char c) => c switch
    {
        'd' => char.IsAsciiDigit,
        'D' => static c => !char.IsAsciiDigit(c),
        'w' => static c => char.IsAsciiLetterOrDigit(c) || c == '_',
        'W' => static c => !char.IsAsciiLetterOrDigit(c) && c != '_',
        's' => char.IsWhiteSpace,
        'S' => static c => !char.IsWhiteSpace(c),
        _ => null,
    };

    private string Literal(char c)
    {
        if (c != 'u')
        {
            return c switch { 'n' => "\n", 't' => "\t", 'r' => "\r", _ => c.ToString() };
        }

        _at += 4;
        return ((char)ushort.Parse(_pattern.AsSpan(_at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();
    }

    private string Pick(Predicate<char> matches)
    {
        var known = Alphabet.Where(c => matches(c)).ToArray();
        var any = known.Length > 0 ? known : [.. Enumerable.Range(' ', char.MaxValue - ' ').Select(static c => (char)c).Where(c => matches(c)).Take(1)];
        return any[_variant % any.Length].ToString();
    }

    private int Repetitions()
    {
        var (least, most) = (1, 1);
        if (_at < _pattern.Length && _pattern[_at] is '*' or '+' or '?')
        {
            (least, most) = _pattern[_at++] switch { '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), _ => (0, 1) };
        }
        else if (_at < _pattern.Length && _pattern[_at] == '{')
        {
            var end = _pattern.IndexOf('}', _at);
            var bounds = _pattern[(_at + 1)..end].Split(',');
            least = int.Parse(bounds[0], CultureInfo.InvariantCulture);
            most = bounds.Length == 1 ? least : bounds[1].Length == 0 ? int.MaxValue : int.Parse(bounds[1], CultureInfo.InvariantCulture);
            _at = end + 1;
        }

        _at += _at < _pattern.Length && _pattern[_at] == '?' ? 1 : 0;
        return Math.Min(most, least + (_variant == 0 ? least == 0 ? 1 : 0 : _variant - 1));
    }
}
