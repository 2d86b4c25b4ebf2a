using System.Globalization;
using System.Text;

namespace GlmTools.Emulator.Platform;

/// <summary>
/// A vector without a model: each run of one to three characters of a text is hashed to a place and a sign, and the sums are normalised. Texts
/// that share words share runs, so their vectors point nearly the same way. What it cannot know is meaning.
/// </summary>
internal static class TextVector
{
    private const int LongestRun = 3;

    /// <summary>The vector, of length 1 in space; of zeros for a text that is all punctuation.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var sums = new double[dimensions];
        foreach (var word in Words(text))
        {
            for (var length = 1; length <= LongestRun; length++)
            {
                for (var start = 0; start + length <= word.Length; start++)
                {
                    var hash = Hash(word.AsSpan(start, length));
                    // Long runs say more about a text than single letters do.
                    sums[hash % (uint)dimensions] += (hash >> 31 == 0 ? 1 : -1) * length;
                }
            }
        }

        var norm = Math.Sqrt(sums.Sum(static sum => sum * sum));
        return [.. sums.Select(sum => norm > 0 ? (float)(sum / norm) : 0)];
    }

    /// <summary>Words in lower case, marked at their ends, so that beginnings and ends of words count as such.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder("^");
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Surrogate)
            {
                word.Append(c);
            }
            else if (word.Length > 1)
            {
                yield return word.Append('$').ToString();
                word.Clear().Append('^');
            }
        }

        if (word.Length > 1)
        {
            yield return word.Append('$').ToString();
        }
    }

    // FNV-1a over UTF-16: string.GetHashCode differs from process to process. The last step spreads short runs over all bits.
    private static uint Hash(ReadOnlySpan<char> run)
    {
        var hash = 2166136261u;
        foreach (var c in run)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 16;
        hash *= 0x85ebca6bu;
        return hash ^ (hash >> 13);
    }
}
