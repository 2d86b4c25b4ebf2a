using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GlmTools;

/// <summary>What binds a decision to the call it was made about.</summary>
internal static class ApprovalToken
{
    /// <summary>Makes the token: a digest, or with a key a signature, over all that must not change.</summary>
    /// <param name="key">The key; empty for none.</param>
    /// <param name="runId">The run.</param>
    /// <param name="callId">The call.</param>
    /// <param name="fingerprint">The definition of the tool.</param>
    /// <param name="arguments">The arguments in canonical form.</param>
    public static string Of(ReadOnlySpan<byte> key, string runId, string callId, string fingerprint, ReadOnlySpan<byte> arguments)
    {
        using var hash = key.IsEmpty ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, Encoding.UTF8.GetBytes(runId));
        Append(hash, Encoding.UTF8.GetBytes(callId));
        Append(hash, Encoding.UTF8.GetBytes(fingerprint));
        Append(hash, arguments);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Compares without telling by the time it takes where they differ.</summary>
    public static bool AreEqual(string one, string other)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    // With its length, so that no part can lend a character to the next one.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
