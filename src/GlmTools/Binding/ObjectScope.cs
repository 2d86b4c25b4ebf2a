using System.ComponentModel;

namespace GlmTools.Binding;

/// <summary>Where the reader is within one object: which members came already and which one is next.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ObjectScope
{
    // Fields, because a program that starts would have to compile each accessor.

    /// <summary>The member just met, by its position in the list of names.</summary>
    public int Current;

    /// <summary>Whether the object was entered.</summary>
    internal bool IsOpen;

    /// <summary>Where the object begins.</summary>
    internal int Start;

    /// <summary>A bit for each member that came.</summary>
    internal ulong Seen;

    /// <summary>A bit for each member that came as a <c>null</c> that counts as left out.</summary>
    internal ulong Absent;

    /// <summary>Where the name expected next begins in the list: models keep to the order of the schema.</summary>
    internal int Cursor;

    /// <summary>The position of that name.</summary>
    internal int Next;

    /// <summary>Whether a member came with a value.</summary>
    /// <param name="position">Its position in the list of names.</param>
    public readonly bool Has(int position) => (Seen & ~Absent & (1UL << position)) != 0;
}
