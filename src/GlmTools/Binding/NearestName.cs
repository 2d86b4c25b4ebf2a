namespace GlmTools.Binding;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>Nobody misspells a name to this length, and comparing costs the product of the lengths.</summary>
    private const int MaxLength = 100;

    /// <summary>The name that differs only in case or separators, or the one closest in spelling; <see langword="null"/> if none is close.</summary>
    public static string? To(string given, IEnumerable<string> names)
    {
        if (given.Length > MaxLength)
        {
            return null;
        }

        string? best = null;
        // A name of one or two letters has no room for a slip: another letter is another name.
        var bestDistance = (given.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(Fold(given), Fold(name));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    private static string Fold(string name)
        => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Levenshtein with a single row.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
