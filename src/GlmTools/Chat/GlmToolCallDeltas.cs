using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>
/// The pieces of tool calls in a chunk: one as a rule, and like the one of the chunk before but for its arguments. So a chunk shares it and has only the
/// arguments of its own.
/// </summary>
[CollectionBuilder(typeof(GlmToolCallDeltas), nameof(Create))]
public readonly struct GlmToolCallDeltas : IReadOnlyList<GlmToolCallDelta>, IEquatable<GlmToolCallDeltas>
{
    private readonly GlmToolCallDelta[]? _pieces;
    private readonly string? _arguments;

    private GlmToolCallDeltas(GlmToolCallDelta[]? pieces, string? arguments) => (_pieces, _arguments) = (pieces, arguments);

    /// <inheritdoc/>
    public int Count => _pieces?.Length ?? 0;

    /// <inheritdoc/>
    public GlmToolCallDelta this[int index] => _arguments is null ? (_pieces ?? [])[index] : _pieces![index] with { Arguments = _arguments };

    /// <summary>Whether both hold the same pieces.</summary>
    public static bool operator ==(GlmToolCallDeltas left, GlmToolCallDeltas right) => left.Equals(right);

    /// <summary>Whether they do not hold the same pieces.</summary>
    public static bool operator !=(GlmToolCallDeltas left, GlmToolCallDeltas right) => !left.Equals(right);

    /// <summary>What a collection expression makes of the pieces.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static GlmToolCallDeltas Create(ReadOnlySpan<GlmToolCallDelta> pieces) => new(pieces.IsEmpty ? null : pieces.ToArray(), null);

    /// <summary>The only piece with other arguments.</summary>
    internal GlmToolCallDeltas WithArguments(string arguments) => new(_pieces, arguments);

    /// <summary>Goes over the pieces.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<GlmToolCallDelta> IEnumerable<GlmToolCallDelta>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(GlmToolCallDeltas other)
    {
        for (var i = 0; i < Count && i < other.Count; i++)
        {
            if (this[i] != other[i])
            {
                return false;
            }
        }

        return Count == other.Count;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GlmToolCallDeltas other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);

    /// <summary>The pieces as text.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    /// <summary>Goes over the pieces of a chunk.</summary>
    public struct Enumerator : IEnumerator<GlmToolCallDelta>
    {
        private readonly GlmToolCallDeltas _pieces;
        private int _at = -1;

        internal Enumerator(GlmToolCallDeltas pieces) => _pieces = pieces;

        /// <inheritdoc/>
        public readonly GlmToolCallDelta Current => _pieces[_at];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_at < _pieces.Count;

        /// <inheritdoc/>
        public void Reset() => _at = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
