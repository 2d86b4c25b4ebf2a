using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Lets a tool be cancelled: <c>CancellationToken cancellationToken = default</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AddCancellationTokenFix() : NodeFix<MethodDeclarationSyntax>("Take a CancellationToken", Rules.NotCancellable)
{
    private const string Name = "cancellationToken";

    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        var method = (IMethodSymbol)symbol;
        var compilation = editor.SemanticModel.Compilation;
        if (method.Parameters.Any(static p => p.Name == Name) || compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } token)
        {
            return false;
        }

        var generator = editor.Generator;
        var parameter = generator.ParameterDeclaration(
            Name, generator.TypeExpression(token, addImport: true), SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));

        // The token of a stream comes from whoever enumerates it, too; without the attribute the compiler warns.
        if (method.IsAsync && method.ReturnType.Is("System.Collections.Generic", "IAsyncEnumerable")
            && compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.EnumeratorCancellationAttribute") is { } enumeration)
        {
            parameter = generator.AddAttributes(parameter, generator.Attribute(generator.TypeExpression(enumeration)));
        }

        editor.InsertParameter(node, method.Parameters.Count(static p => !p.IsParams), parameter);
        return true;
    }
}
