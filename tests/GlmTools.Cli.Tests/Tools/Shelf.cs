namespace GlmTools.Cli.Tests.Tools;

/// <summary>A generic class, closed at its use.</summary>
public sealed class Shelf<T>
{
    private readonly List<T> _items = [];

    /// <summary>Puts something on the shelf.</summary>
    [GlmTool]
    public int PutAway(T item)
    {
        _items.Add(item);
        return _items.Count;
    }
}
