using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GlmTools;

/// <summary>The SHA-256 of a text, which stands for it: a run of many large results must not keep all of them twice.</summary>
/// <param name="First">The first half.</param>
/// <param name="Second">The second half.</param>
internal readonly record struct TextDigest(UInt128 First, UInt128 Second)
{
    public static TextDigest Of(ReadOnlySpan<byte> utf8)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return MemoryMarshal.Read<TextDigest>(hash);
    }
}
