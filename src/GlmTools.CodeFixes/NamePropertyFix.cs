using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace GlmTools.CodeFixes;

/// <summary>Gives the generated property a name that is free: <c>[GlmToolSet(Property = "GlmTools")]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NamePropertyFix() : NodeFix<TypeDeclarationSyntax>("Name the generated property", Rules.PropertyClash, Rules.InvalidProperty)
{
    private static readonly string[] Names = ["GlmTools", "ModelTools", "GlmToolSet"];

    protected override bool Mend(DocumentEditor editor, TypeDeclarationSyntax node, ISymbol symbol)
    {
        var type = (INamedTypeSymbol)symbol;
        if (Names.FirstOrDefault(name => name != type.Name && type.Ancestry().All(t => t.GetMembers(name).IsEmpty)) is not { } free)
        {
            return false;
        }

        if (AttributeArguments.Find(type, "GlmToolSetAttribute", editor.OriginalRoot) is { } present)
        {
            editor.ReplaceNode(present, present.WithProperty("Property", AttributeArguments.Text(free)));
        }
        else
        {
            var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("GlmTools.GlmToolSet").WithAdditionalAnnotations(Simplifier.Annotation));
            editor.AddAttribute(node, attribute.WithProperty("Property", AttributeArguments.Text(free)));
        }

        return true;
    }
}
