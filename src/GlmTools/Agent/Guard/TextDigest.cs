using System.IO.Hashing;
using System.Security.Cryptography;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>
/// A hash of 128 bits which stands for a text: a run of many large results must not keep all of them twice. The seed is the process's own, so that
/// texts which are taken for one cannot be prepared.
/// </summary>
/// <param name="Value">The hash.</param>
internal readonly record struct TextDigest(UInt128 Value)
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static TextDigest Of(ReadOnlySpan<byte> utf8) => new(XxHash128.HashToUInt128(utf8, Seed));

    /// <summary>The digest of arguments, which is the same for all texts of equal values.</summary>
    public static TextDigest OfJson(ReadOnlySpan<byte> utf8) => Of(CanonicalJson.IsOf(utf8) ? utf8 : CanonicalJson.Of(utf8));
}
