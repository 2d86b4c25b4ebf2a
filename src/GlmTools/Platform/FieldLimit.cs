using System.Numerics;

namespace GlmTools;

/// <summary>Refuses what the service would refuse, before it is sent, with the name of the field, what it may be and what it is.</summary>
internal static class FieldLimit
{
    /// <exception cref="ArgumentException">The text is missing or longer than it may be.</exception>
    public static void Text(string field, string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new ArgumentException($"{field} is empty; it has 1 to {most} characters.");
        }

        Length(field, text, 1, most);
    }

    /// <exception cref="ArgumentException">The text, where there is one, is shorter or longer than it may be.</exception>
    public static void Length(string field, string? text, int least, int most)
    {
        if (text is not null && (text.Length < least || text.Length > most))
        {
            throw new ArgumentException($"{field} has {text.Length} characters; {least} to {most} are allowed.");
        }
    }

    /// <exception cref="ArgumentException">There are fewer or more items than there may be.</exception>
    public static void Count(string field, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            throw new ArgumentException($"{field} has {count} items; {least} to {most} are allowed.");
        }
    }

    /// <exception cref="ArgumentException">The number, where there is one, is out of its range.</exception>
    public static void Range<T>(string field, T? value, T least, T most)
        where T : struct, INumber<T>
    {
        if (value is { } number && !(number >= least && number <= most))
        {
            throw new ArgumentException(FormattableString.Invariant($"{field} is {number}; {least} to {most} is allowed."));
        }
    }

    /// <exception cref="ArgumentException">The value, where there is one, is none of those it may be.</exception>
    public static void OneOf(string field, int? value, params ReadOnlySpan<int> allowed)
    {
        if (value is { } number && !allowed.Contains(number))
        {
            throw new ArgumentException($"{field} is {number}; one of {string.Join(", ", allowed.ToArray())} is allowed.");
        }
    }

    /// <exception cref="ArgumentException">The value, where there is one, is none of those it may be.</exception>
    public static void OneOf(string field, string? value, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            throw new ArgumentException($"{field} is '{value}'; one of {string.Join(", ", allowed)} is allowed.");
        }
    }

    /// <summary>An id as a segment of a path.</summary>
    /// <exception cref="ArgumentException">The id is missing, or one that a path cannot hold.</exception>
    public static string Id(string field, string? id)
        => string.IsNullOrWhiteSpace(id) ? throw new ArgumentException($"{field} is empty.")
            // Escaping leaves dots as they are, and these lead to another path: a deletion of what nobody named.
            : id is "." or ".." ? throw new ArgumentException($"{field} is '{id}', which names a place in a path; no id does.")
            : Uri.EscapeDataString(id);
}
