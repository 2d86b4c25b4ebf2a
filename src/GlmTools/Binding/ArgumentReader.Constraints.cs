using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GlmTools.Binding;

/// <content>What a value has to meet beyond its type. Each check is for the value that has just been read.</content>
public ref partial struct ArgumentReader
{
    private static readonly EmailAddressAttribute EmailAddress = new();
    private static readonly string[] WebSchemes = ["http://", "https://", "ftp://"];
    private static readonly Base64StringAttribute Base64 = new();

    /// <summary>A pattern of the schema. It never runs for more than a second.</summary>
    /// <param name="pattern">The pattern, anchored at both ends, in the dialect of JSON Schema.</param>
    public static Regex Pattern(string pattern)
        // $ would also match in front of a line break at the end.
        => new(pattern[..^1] + @"\z", RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    /// <summary>Checks the bounds of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number; nothing is wrong with <see langword="null"/>.</param>
    /// <param name="minimum">The lower bound, or <see langword="null"/>.</param>
    /// <param name="maximum">The upper bound, or <see langword="null"/>.</param>
    /// <param name="isMinimumExclusive">Whether the lower bound itself is out.</param>
    /// <param name="isMaximumExclusive">Whether the upper bound itself is out.</param>
    public readonly void CheckRange<T>(T? value, T? minimum, T? maximum, bool isMinimumExclusive = false, bool isMaximumExclusive = false)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is not { } number)
        {
            return;
        }

        var isTooSmall = minimum is { } min && (isMinimumExclusive ? number.CompareTo(min) <= 0 : number.CompareTo(min) < 0);
        var isTooGreat = maximum is { } max && (isMaximumExclusive ? number.CompareTo(max) >= 0 : number.CompareTo(max) > 0);
        if (isTooSmall || isTooGreat)
        {
            var lower = minimum is null ? null : $"{(isMinimumExclusive ? "greater than" : "at least")} {Text(minimum.Value)}";
            var upper = maximum is null ? null : $"{(isMaximumExclusive ? "less than" : "at most")} {Text(maximum.Value)}";
            var rule = isTooSmall ? isMinimumExclusive ? "exclusiveMinimum" : "minimum" : isMaximumExclusive ? "exclusiveMaximum" : "maximum";
            Refuse(rule, string.Join(" and ", new[] { lower, upper }.Where(static bound => bound is not null)));
        }
    }

    /// <summary>Checks the length of a text, in Unicode code points (JSON Schema, validation, 6.3.1).</summary>
    /// <param name="value">The text; nothing is wrong with <see langword="null"/>.</param>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    public readonly void CheckLength(string? value, int minimum, int maximum)
    {
        if (value is not null)
        {
            CheckSize(value.EnumerateRunes().Count(), minimum, maximum, "Length", "character");
        }
    }

    /// <summary>Checks how much a list holds.</summary>
    /// <param name="count">How many elements it has; <see langword="null"/> for no list.</param>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public readonly void CheckItems(int? count, int minimum, int maximum)
    {
        if (count is { } size)
        {
            CheckSize(size, minimum, maximum, "Items", "item");
        }
    }

    /// <summary>Checks how much a dictionary holds.</summary>
    /// <param name="count">How many entries it has; <see langword="null"/> for no dictionary.</param>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public readonly void CheckProperties(int? count, int minimum, int maximum)
    {
        if (count is { } size)
        {
            CheckSize(size, minimum, maximum, "Properties", "key");
        }
    }

    /// <summary>Checks that a text matches a pattern.</summary>
    /// <param name="value">The text; nothing is wrong with <see langword="null"/>.</param>
    /// <param name="pattern">The pattern.</param>
    public readonly void CheckPattern(string? value, Regex pattern)
    {
        if (value is not null && !Matches(value, pattern))
        {
            Refuse("pattern", $"a text that matches {pattern.ToString()[..^2]}$");
        }
    }

    /// <summary>Checks that a text is an e-mail address.</summary>
    /// <param name="value">The text; nothing is wrong with <see langword="null"/>.</param>
    public readonly void CheckEmailAddress(string? value) => CheckFormat(EmailAddress.IsValid(value) && !HasBlanks(value), "an e-mail address");

    /// <summary>Checks that a text is the URL of a web page or a file.</summary>
    /// <param name="value">The text; nothing is wrong with <see langword="null"/>.</param>
    public readonly void CheckUrl(string? value)
        => CheckFormat(value is null || (WebSchemes.Any(scheme => value.StartsWith(scheme, StringComparison.Ordinal)) && TryParseUri(value, out _)), "a URL that begins with http://, https:// or ftp://");

    /// <summary>Checks that a text is base64.</summary>
    /// <param name="value">The text; nothing is wrong with <see langword="null"/>.</param>
    public readonly void CheckBase64(string? value)
    {
        CheckFormat(Base64.IsValid(value), "base64");
        NoteBlanks(value);
    }

    /// <summary>Checks that a value is one of some.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; nothing is wrong with <see langword="null"/>.</param>
    /// <param name="allowed">The values that may be.</param>
    public readonly void CheckAllowed<T>(T? value, ReadOnlySpan<T> allowed)
        where T : struct, IEquatable<T>
    {
        if (value is { } given && !allowed.Contains(given))
        {
            Refuse("enum", $"one of {List(allowed)}");
        }
    }

    /// <inheritdoc cref="CheckAllowed{T}(T?, ReadOnlySpan{T})"/>
    public readonly void CheckAllowed<T>(T? value, ReadOnlySpan<T> allowed, T? _ = null)
        where T : class, IEquatable<T>
    {
        if (value is not null && !allowed.Contains(value))
        {
            Refuse("enum", $"one of {List(allowed)}");
        }
    }

    /// <summary>Checks that a value is none of some.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; nothing is wrong with <see langword="null"/>.</param>
    /// <param name="denied">The values that may not be.</param>
    public readonly void CheckDenied<T>(T? value, ReadOnlySpan<T> denied)
        where T : struct, IEquatable<T>
    {
        if (value is { } given && denied.Contains(given))
        {
            Refuse("not", $"none of {List(denied)}");
        }
    }

    /// <inheritdoc cref="CheckDenied{T}(T?, ReadOnlySpan{T})"/>
    public readonly void CheckDenied<T>(T? value, ReadOnlySpan<T> denied, T? _ = null)
        where T : class, IEquatable<T>
    {
        if (value is not null && denied.Contains(value))
        {
            Refuse("not", $"none of {List(denied)}");
        }
    }

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string List<T>(ReadOnlySpan<T> values)
        => string.Join(", ", values.ToArray().Select(static value => value is string text ? $"\"{text}\"" : Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static bool Matches(string value, Regex pattern)
    {
        try
        {
            return pattern.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private readonly void CheckFormat(bool isValid, string expected)
    {
        if (!isValid)
        {
            Refuse("format", expected);
        }
    }

    private readonly void CheckSize(int size, int minimum, int maximum, string noun, string unit)
    {
        if (size >= minimum && size <= maximum)
        {
            return;
        }

        var bounds = (minimum, maximum) switch
        {
            (_, int.MaxValue) => $"at least {minimum}",
            (0, _) => $"at most {maximum}",
            _ when minimum == maximum => $"exactly {minimum}",
            _ => $"{minimum} to {maximum}",
        };
        Refuse((size < minimum ? "min" : "max") + noun, $"{bounds} {unit}{(maximum == 1 || (minimum == 1 && maximum == int.MaxValue) ? "" : "s")}", $"{size}");
    }

    // What is not of its type has been refused already.
    private readonly void Refuse(string rule, string expected, string? actual = null)
    {
        if (!_wasRefused)
        {
            Report(rule, expected, actual ?? Describe(), (int)_json.TokenStartIndex);
        }
    }
}
