using System.Text;
using System.Text.RegularExpressions;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// Brings a regular expression of .NET into the form the strictest engine takes (protocol sheet 17): anchored at both ends, its classes
/// spelled out, and no backslash that is not needed. The binder checks the same form, so that both accept the same texts.
/// </summary>
internal static class Patterns
{
    // What both .NET and JSON Schema's dialect (ECMA-262) know: the letters that may follow a backslash, and the kinds of groups.
    private const string EscapedLetters = "dDwWsSbBtnrvfxuck";

    // llama.cpp 0.7 takes an escape it does not know for "any text at all", and older ones refuse the request.
    private const string Specials = "\\^$.|?*+()[]{}";
    private const string SpecialsInClass = "\\^-[]";

    private static readonly Dictionary<char, string> Classes = new() { ['d'] = "0-9", ['w'] = "A-Za-z0-9_", ['s'] = " \\t\\n\\r\\x0B\\x0C" };
    private static readonly Regex SpecialGroup = new(@"\G\(\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>)");

    /// <returns>What is wrong with a pattern, or <see langword="null"/> for a regular expression.</returns>
    public static string? ErrorIn(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message.TrimEnd('.');
        }
    }

    public static bool TryTranslate(string pattern, out string translated)
    {
        translated = "";
        if (Expanded(pattern) is not { } expanded)
        {
            return false;
        }

        translated = Anchored(expanded);
        try
        {
            _ = new Regex(translated, RegexOptions.ECMAScript);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // [RegularExpression] matches the whole text; JSON Schema searches in it.
    private static string Anchored(string pattern)
    {
        var inner = pattern.StartsWith("^", StringComparison.Ordinal) ? pattern.Substring(1) : pattern;
        var isClosed = inner.EndsWith("$", StringComparison.Ordinal) && !inner.EndsWith("\\$", StringComparison.Ordinal);
        inner = isClosed ? inner.Substring(0, inner.Length - 1) : inner;
        return inner.Contains('|') ? $"^(?:{inner})$" : $"^{inner}$";
    }

    // Null for what only .NET understands: inline options, \A, \p{Lu}, atomic groups, classes taken from classes.
    private static string? Expanded(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                var escaped = pattern[++i];
                if (char.IsLetter(escaped) && !EscapedLetters.Contains(escaped))
                {
                    return null;
                }

                text.Append(Spelled(escaped, inClass));
                continue;
            }

            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (inClass ? c == '-' && next == '[' : c == '(' && next == '?' && !SpecialGroup.IsMatch(pattern, i))
            {
                return null;
            }

            inClass = c == '[' || (inClass && c != ']');
            text.Append(c);
        }

        return text.ToString();
    }

    // What stands for a backslash and what follows it. The classes are those of ECMAScript rules in .NET, with which the binder matches.
    private static string Spelled(char escaped, bool inClass)
    {
        if (Classes.TryGetValue(escaped, out var members))
        {
            return inClass ? members : $"[{members}]";
        }

        if (!inClass && Classes.TryGetValue(char.ToLowerInvariant(escaped), out var others))
        {
            return $"[^{others}]";
        }

        var isNeeded = char.IsLetterOrDigit(escaped) || (inClass ? SpecialsInClass : Specials).Contains(escaped);
        return isNeeded ? $"\\{escaped}" : $"{escaped}";
    }
}
