using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// The collections that can be made of a list or a dictionary, and how: <c>{0}</c> stands for the list or dictionary,
/// <c>{T}</c> for the type arguments.
/// </summary>
internal static class Collections
{
    private const string AsItIs = "{0}";

    private static readonly Dictionary<string, string> Lists = new()
    {
        ["System.Collections.Generic.List"] = AsItIs,
        ["System.Collections.Generic.IList"] = AsItIs,
        ["System.Collections.Generic.ICollection"] = AsItIs,
        ["System.Collections.Generic.IEnumerable"] = AsItIs,
        ["System.Collections.Generic.IReadOnlyList"] = AsItIs,
        ["System.Collections.Generic.IReadOnlyCollection"] = AsItIs,
        ["System.Collections.Generic.ISet"] = "new global::System.Collections.Generic.HashSet<{T}>({0})",
        ["System.Collections.Generic.IReadOnlySet"] = "new global::System.Collections.Generic.HashSet<{T}>({0})",
        ["System.Collections.Generic.HashSet"] = "new global::System.Collections.Generic.HashSet<{T}>({0})",
        ["System.Collections.Generic.SortedSet"] = "new global::System.Collections.Generic.SortedSet<{T}>({0})",
        ["System.Collections.Generic.LinkedList"] = "new global::System.Collections.Generic.LinkedList<{T}>({0})",
        ["System.Collections.Generic.Queue"] = "new global::System.Collections.Generic.Queue<{T}>({0})",
        ["System.Collections.ObjectModel.Collection"] = "new global::System.Collections.ObjectModel.Collection<{T}>({0})",
        ["System.Collections.ObjectModel.ObservableCollection"] = "new global::System.Collections.ObjectModel.ObservableCollection<{T}>({0})",
        ["System.Collections.ObjectModel.ReadOnlyCollection"] = "new global::System.Collections.ObjectModel.ReadOnlyCollection<{T}>({0})",
        ["System.Collections.Immutable.ImmutableArray"] = "global::System.Collections.Immutable.ImmutableArray.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.ImmutableList"] = "global::System.Collections.Immutable.ImmutableList.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.IImmutableList"] = "global::System.Collections.Immutable.ImmutableList.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.ImmutableQueue"] = "global::System.Collections.Immutable.ImmutableQueue.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.ImmutableHashSet"] = "global::System.Collections.Immutable.ImmutableHashSet.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.IImmutableSet"] = "global::System.Collections.Immutable.ImmutableHashSet.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.ImmutableSortedSet"] = "global::System.Collections.Immutable.ImmutableSortedSet.CreateRange<{T}>({0})",
        ["System.Collections.Frozen.FrozenSet"] = "global::System.Collections.Frozen.FrozenSet.ToFrozenSet<{T}>({0})",
        ["System.ReadOnlyMemory"] = "{0}.ToArray()",
        ["System.Memory"] = "{0}.ToArray()",
    };

    private static readonly Dictionary<string, string> Dictionaries = new()
    {
        ["System.Collections.Generic.Dictionary"] = AsItIs,
        ["System.Collections.Generic.IDictionary"] = AsItIs,
        ["System.Collections.Generic.IReadOnlyDictionary"] = AsItIs,
        ["System.Collections.Generic.SortedDictionary"] = "new global::System.Collections.Generic.SortedDictionary<{T}>({0})",
        ["System.Collections.Generic.SortedList"] = "new global::System.Collections.Generic.SortedList<{T}>({0})",
        ["System.Collections.Concurrent.ConcurrentDictionary"] = "new global::System.Collections.Concurrent.ConcurrentDictionary<{T}>({0})",
        ["System.Collections.ObjectModel.ReadOnlyDictionary"] = "new global::System.Collections.ObjectModel.ReadOnlyDictionary<{T}>({0})",
        ["System.Collections.Immutable.ImmutableDictionary"] = "global::System.Collections.Immutable.ImmutableDictionary.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.IImmutableDictionary"] = "global::System.Collections.Immutable.ImmutableDictionary.CreateRange<{T}>({0})",
        ["System.Collections.Immutable.ImmutableSortedDictionary"] = "global::System.Collections.Immutable.ImmutableSortedDictionary.CreateRange<{T}>({0})",
        ["System.Collections.Frozen.FrozenDictionary"] = "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary<{T}>({0})",
    };

    /// <summary>How a list-like type is made of a list, or <see langword="null"/> for any other.</summary>
    public static string? ListConversion(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => "{0}.ToArray()",
        INamedTypeSymbol { TypeArguments.Length: 1 } named => Conversion(Lists, named),
        _ => null,
    };

    /// <summary>What a list-like type holds.</summary>
    public static ITypeSymbol ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];

    /// <summary>How a dictionary-like type is made of a dictionary, or <see langword="null"/> for any other.</summary>
    public static string? DictionaryConversion(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeArguments.Length: 2 } named ? Conversion(Dictionaries, named) : null;

    private static string? Conversion(Dictionary<string, string> conversions, INamedTypeSymbol type)
        => type.ContainingType is null && conversions.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}", out var conversion)
            ? conversion.Replace("{T}", string.Join(", ", type.TypeArguments.Select(static a => a.CSharp())))
            : null;
}
