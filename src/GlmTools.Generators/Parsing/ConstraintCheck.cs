using System.Globalization;
using System.Text.RegularExpressions;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>Says of a constant, at compile time, what the reader would say of it at run time.</summary>
internal static class ConstraintCheck
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <param name="constraint">The constraint.</param>
    /// <param name="value">A text, number or truth value; none of the others can be a constant under a constraint.</param>
    public static bool IsMet(ConstraintModel constraint, object value) => (constraint, value) switch
    {
        (RangeConstraint range, _) when Number(value) is { } number => IsIn(range, number),
        (LengthConstraint length, string text) => Length(text) is var size && size >= (length.Minimum ?? 0) && size <= (length.Maximum ?? int.MaxValue),
        (PatternConstraint pattern, string text) => Matches(pattern.Pattern, text),
        (FormatConstraint format, string text) => HasFormat(format.Check, text),
        (ValuesConstraint values, _) => values.Values.Any(listed => AreEqual(Value(listed), value)) != values.AreDenied,
        _ => true,
    };

    /// <summary>The constant that a model of it stands for.</summary>
    public static object Value(DefaultModel constant) => constant.Json switch
    {
        "true" => true,
        "false" => false,
        { Length: > 0 } text when text[0] == '"' => SyntaxFactory.ParseToken(constant.CSharp).ValueText,
        _ => Number(constant.Json) ?? 0,
    };

    /// <summary>The number that a text or a boxed number is, near enough to compare it; <see langword="null"/> for anything else.</summary>
    public static double? Number(object? value)
    {
        // A float is the number it is written as, not its nearest double.
        var text = value switch
        {
            null or bool or char => "",
            float single => single.ToString("R", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
    }

    private static bool AreEqual(object listed, object value)
        => listed is string or bool || value is string or bool ? Equals(listed, value) : Number(listed) == Number(value);

    private static bool IsIn(RangeConstraint range, double number)
        => (Number(range.Minimum?.Json) is not { } min || (range.IsMinimumExclusive ? number > min : number >= min))
            && (Number(range.Maximum?.Json) is not { } max || (range.IsMaximumExclusive ? number < max : number <= max));

    // In code points, as JSON Schema counts.
    private static int Length(string text) => text.Where((c, i) => !char.IsLowSurrogate(c) || i == 0 || !char.IsHighSurrogate(text[i - 1])).Count();

    private static bool Matches(string pattern, string text)
    {
        try
        {
            // $ would also match in front of a line break at the end.
            return Regex.IsMatch(text, pattern.Substring(0, pattern.Length - 1) + @"\z", RegexOptions.ECMAScript, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool HasFormat(string check, string text) => check switch
    {
        "CheckEmailAddress" => text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace),
        "CheckUrl" => new[] { "http://", "https://", "ftp://" }.Any(scheme => text.StartsWith(scheme, StringComparison.Ordinal)),
        _ => IsBase64(text),
    };

    private static bool IsBase64(string text)
    {
        try
        {
            _ = Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
