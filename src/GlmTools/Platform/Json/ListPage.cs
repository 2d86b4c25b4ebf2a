namespace GlmTools;

/// <summary>Some of the items of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed record ListPage<T>
{
    public required IReadOnlyList<T> Data { get; init; }

    public bool? HasMore { get; init; }
}
