using System.Text;
using System.Text.RegularExpressions;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// Brings a regular expression of .NET into the form the strictest engine takes (protocol sheet 17): anchored at both ends and
/// without <c>\d</c>. The binder checks the same form, so that both accept the same texts.
/// </summary>
internal static class Patterns
{
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
        translated = Anchored(Expanded(pattern));
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

    private static string Expanded(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                var escaped = pattern[++i];
                text.Append(escaped == 'd' ? inClass ? "0-9" : "[0-9]" : escaped == 'D' && !inClass ? "[^0-9]" : $"\\{escaped}");
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            text.Append(c);
        }

        return text.ToString();
    }
}
