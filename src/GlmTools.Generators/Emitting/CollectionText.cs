using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>How generated code looks into collections that differ from the rest.</summary>
internal static class CollectionText
{
    /// <summary>What <c>foreach</c> runs over.</summary>
    public static string Items(string csharp, string expression) => IsMemory(csharp) ? $"{expression}.ToArray()" : expression;

    /// <summary>How many there are; <see langword="null"/> for no collection.</summary>
    public static string Count(ValueModel collection, string expression)
    {
        var items = collection.IsNullable && !collection.IsReference ? $"{expression}.Value" : expression;
        var count = IsMemory(collection.Type.CSharp) ? $"{items}.Length" : $"global::System.Linq.Enumerable.Count({items})";
        return collection.IsNullable ? $"{expression} is null ? null : {count}" : count;
    }

    private static bool IsMemory(string csharp)
        => csharp.StartsWith("global::System.ReadOnlyMemory<", StringComparison.Ordinal) || csharp.StartsWith("global::System.Memory<", StringComparison.Ordinal);
}
