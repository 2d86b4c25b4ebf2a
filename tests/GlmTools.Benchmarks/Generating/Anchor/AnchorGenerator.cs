using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>
/// The limit of a generator: a definition and a reader for each method, without rules, descriptions of parameters, nested readers or results. Models
/// compare by value, and a class has a file of its own, as in a generator made for use.
/// </summary>
[Generator(LanguageNames.CSharp)]
internal sealed class AnchorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GlmTools.GlmToolAttribute",
            predicate: static (node, _) => node is MethodDeclarationSyntax,
            transform: static (target, _) => AnchorReading.Read((IMethodSymbol)target.TargetSymbol));
        var classes = methods.Collect().SelectMany(static (found, _) => ByClass(found));
        context.RegisterSourceOutput(classes, static (output, methods) => output.AddSource(
            $"{methods.Items[0].Namespace}.{methods.Items[0].Class}.g.cs", SourceText.From(AnchorWriting.Write(methods.Items), Encoding.UTF8)));
    }

    private static IEnumerable<AnchorArray<AnchorMethod>> ByClass(ImmutableArray<AnchorMethod> methods) => methods
        .GroupBy(static method => (method.Namespace, method.Class))
        .Select(static group => new AnchorArray<AnchorMethod>([.. group]));
}
