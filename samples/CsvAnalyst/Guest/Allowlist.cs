using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CsvAnalyst.Guest;

/// <summary>
/// What a program of the model may use: values, text, collections, LINQ, its own types, and what is offered to it. There is no file, no
/// network, no process, no thread and no reflection among it, so that even a program somebody approved too fast can do little.
/// </summary>
internal static class Allowlist
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Object", "System.ValueType", "System.Enum", "System.String", "System.Char", "System.Boolean", "System.Byte", "System.Int16", "System.Int32", "System.Int64",
        "System.UInt32", "System.UInt64", "System.Single", "System.Double", "System.Decimal", "System.Void", "System.Nullable", "System.Math", "System.MidpointRounding",
        "System.DateTime", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.DayOfWeek", "System.StringComparison", "System.StringComparer", "System.StringSplitOptions",
        "System.Array", "System.Index", "System.Range", "System.Tuple", "System.ValueTuple", "System.Func", "System.Action", "System.Comparison", "System.Predicate",
        "System.IComparable", "System.IEquatable", "System.IFormattable", "System.IFormatProvider", "System.Globalization.CultureInfo", "System.Globalization.NumberStyles",
        "System.Exception", "System.ArgumentException", "System.FormatException", "System.InvalidOperationException", "System.Text.StringBuilder",
        "System.Linq.Enumerable", "System.Linq.IGrouping", "System.Linq.ILookup", "System.Linq.IOrderedEnumerable", "System.Collections.IEnumerable",
        "System.Collections.Generic.IEnumerable", "System.Collections.Generic.ICollection", "System.Collections.Generic.IList", "System.Collections.Generic.IReadOnlyList",
        "System.Collections.Generic.IReadOnlyCollection", "System.Collections.Generic.IDictionary", "System.Collections.Generic.IReadOnlyDictionary", "System.Collections.Generic.List",
        "System.Collections.Generic.Dictionary", "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.HashSet", "System.Collections.Generic.KeyValuePair",
        "System.Collections.Generic.Queue", "System.Collections.Generic.Stack", "System.Collections.Generic.IComparer", "System.Collections.Generic.Comparer",
        "CsvAnalyst.Guest.Data", "CsvAnalyst.Guest.Row", "CsvAnalyst.Guest.Chart",
    };

    /// <summary>Finds what a program uses and may not.</summary>
    public static IEnumerable<string> Violations(SyntaxTree program, SemanticModel model)
        => program.GetRoot().DescendantNodes().Select(node => Violation(node, model)).OfType<string>().Distinct();

    private static string? Violation(SyntaxNode node, SemanticModel model)
    {
        if (node is AttributeListSyntax or UnsafeStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax or AwaitExpressionSyntax or ExternAliasDirectiveSyntax)
        {
            return Tell(node, node.ToString());
        }

        var symbol = model.GetSymbolInfo(node).Symbol;
        return symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol && !MayUse(symbol) ? Tell(node, symbol.ToDisplayString())
            : model.GetTypeInfo(node) is { Type: { } result } && !MayUse(result) ? Tell(node, result.ToDisplayString())
            : null;
    }

    private static bool MayUse(ISymbol member) => member.ContainingType switch
    {
        null => member is IMethodSymbol { MethodKind: MethodKind.LocalFunction },
        var type when type.ToDisplayString() == "System.Console" => member.Name is "Write" or "WriteLine",
        var type => MayUse(type),
    };

    private static bool MayUse(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MayUse(array.ElementType),
        INamedTypeSymbol { Name: "Console", ContainingNamespace.Name: "System" } => true,
        INamedTypeSymbol named => (named.IsAnonymousType || named.Locations.Any(static place => place.IsInSource) || Types.Contains(FullName(named))) && named.TypeArguments.All(MayUse),
        _ => false,
    };

    private static string FullName(INamedTypeSymbol type)
        => type.ContainingType is null ? $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}" : type.ToDisplayString();

    private static string Tell(SyntaxNode node, string what) => $"line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {what} is not available to programs";
}
