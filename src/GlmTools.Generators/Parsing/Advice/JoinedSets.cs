using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GlmTools.Generators.Parsing.Advice;

/// <summary>
/// Looks at <c>a.Tools + b.Tools</c>. Only where sets are joined do their names have to differ, and there the types are known,
/// whichever assembly they are from; so nothing else has to be searched.
/// </summary>
internal static class JoinedSets
{
    /// <summary>
    /// Whether a sum may be of sets that are known: each of those is a property of something. Asked for each sum there is, so it looks no
    /// further than it has to.
    /// </summary>
    public static bool IsMention(BinaryExpressionSyntax sum)
    {
        var properties = 0;
        for (ExpressionSyntax? rest = sum; rest is not null && properties < 2;)
        {
            var (term, more) = rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner ? (Bare(inner.Right), Bare(inner.Left)) : (rest, null);
            if (term is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
            {
                return false;
            }

            properties += term switch { MemberAccessExpressionSyntax => 1, BinaryExpressionSyntax => 2, _ => 0 };
            rest = more;
        }

        return properties > 1;
    }

    public static void Check(IBinaryOperation join, RuleSink sink)
    {
        // Of a + b + c, the outermost join sees all three.
        if (!IsJoin(join) || IsJoin(join.Parent))
        {
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operand in Operands(join))
        {
            var names = NamesOf(operand).ToList();
            foreach (var name in names.Where(name => seen.ContainsKey(Words.Folded(name))))
            {
                var other = seen[Words.Folded(name)];
                sink.Report(other == name ? Rules.JoinedDuplicate : Rules.ConfusableName, operand.Syntax.GetLocation(), name, other);
            }

            names.ForEach(name => seen[Words.Folded(name)] = name);
        }
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }

        return expression;
    }

    private static bool IsJoin(IOperation? operation)
        => operation is IBinaryOperation { OperatorMethod: { } method } && method.ContainingType.Is("GlmTools", "GlmToolSet");

    private static IEnumerable<IOperation> Operands(IOperation operation)
        => operation is IBinaryOperation join && IsJoin(join) ? Operands(join.LeftOperand).Concat(Operands(join.RightOperand)) : [operation];

    // The generated property says which tools a set has, and of the static one only those that need no object.
    private static IEnumerable<string> NamesOf(IOperation set)
    {
        if (set.Syntax is not MemberAccessExpressionSyntax access
            || set.SemanticModel?.GetTypeInfo(access.Expression).Type is not INamedTypeSymbol type
            || access.Name.Identifier.ValueText != ToolProperty.NameOf(type))
        {
            return [];
        }

        var isOfType = set.SemanticModel.GetSymbolInfo(access.Expression).Symbol is INamedTypeSymbol;
        return ToolSetParser.AllTools(type).Where(tool => tool.IsStatic || !isOfType)
            .Select(static tool => ToolParser.NameOf(tool, tool.Attribute("GlmTools", "GlmToolAttribute")!));
    }
}
