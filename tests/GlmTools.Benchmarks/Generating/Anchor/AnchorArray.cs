namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>An array that is equal to one with equal elements.</summary>
internal readonly struct AnchorArray<T>(T[] items) : IEquatable<AnchorArray<T>>
    where T : IEquatable<T>
{
    public T[] Items { get; } = items;

    public bool Equals(AnchorArray<T> other) => Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is AnchorArray<T> other && Equals(other);

    public override int GetHashCode() => Items.Aggregate(Items.Length, static (hash, item) => (hash * 31) + item.GetHashCode());
}
