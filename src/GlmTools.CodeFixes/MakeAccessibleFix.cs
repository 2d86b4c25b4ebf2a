using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Lets generated code reach a tool, and nobody else whom it was hidden from: <c>internal</c>, for it and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MakeAccessibleFix() : NodeFix<MethodDeclarationSyntax>("Make it internal", Rules.Inaccessible)
{
    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        // What overrides and what it overrides have one accessibility, and the parts of a type have to agree in theirs.
        var hidden = Around(symbol).Where(static s => Wider(s) is not null).ToList();
        if (symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, IsVirtual: false, IsAbstract: false, ContainingType.IsRefLikeType: false } || hidden.Count == 0 || hidden.Exists(static s => s is INamedTypeSymbol { IsFileLocal: true } || s.DeclaringSyntaxReferences.Length != 1))
        {
            return false;
        }

        hidden.ForEach(s => editor.SetAccessibility(s.DeclaringSyntaxReferences[0].GetSyntax(), Wider(s)!.Value));
        return true;
    }

    private static IEnumerable<ISymbol> Around(ISymbol symbol)
    {
        for (ISymbol? s = symbol; s is IMethodSymbol or INamedTypeSymbol; s = s.ContainingSymbol)
        {
            yield return s;
        }
    }

    private static Accessibility? Wider(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        _ when symbol is INamedTypeSymbol { IsFileLocal: true } => Accessibility.Internal,
        Accessibility.Private or Accessibility.ProtectedAndInternal => Accessibility.Internal,
        Accessibility.Protected => Accessibility.ProtectedOrInternal,
        _ => null,
    };
}
