using System.Buffers.Binary;

namespace GlmTools;

/// <summary>
/// Short texts that a stream brought lately. Models repeat themselves: of the pieces of prose and code about half are among the last few dozen different
/// ones, and need neither be checked nor made strings again.
/// </summary>
internal sealed class RecentTexts
{
    /// <summary>What fits into a number together with its length.</summary>
    private const int MaxLength = sizeof(ulong) - 1;

    private readonly (ulong Key, string Text)[] _slots = new (ulong, string)[64];

    /// <summary>The text that these bytes stood for; <see langword="null"/> where it is forgotten or never came.</summary>
    public string? Find(ReadOnlySpan<byte> json) => KeyOf(json) is var key && _slots[SlotOf(key)] is var slot && slot.Key == key && key != 0 ? slot.Text : null;

    /// <summary>Remembers what bytes stand for, instead of what was in the same slot.</summary>
    public string Keep(ReadOnlySpan<byte> json, string text)
    {
        if (KeyOf(json) is not 0 and var key)
        {
            _slots[SlotOf(key)] = (key, text);
        }

        return text;
    }

    /// <summary>A number that no other bytes have; 0 for those that are too many, or none.</summary>
    private static ulong KeyOf(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxLength)
        {
            return 0;
        }

        Span<byte> key = stackalloc byte[sizeof(ulong)];
        key.Clear();
        json.CopyTo(key);
        key[MaxLength] = (byte)json.Length;
        return BinaryPrimitives.ReadUInt64LittleEndian(key);
    }

    // The upper bits of a product depend on all bits of the key.
    private static int SlotOf(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 58);
}
