using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

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

        if (ToolAttributes.Find(type, "GlmToolSetAttribute", editor.OriginalRoot) is { } present)
        {
            editor.ReplaceNode(present, present.WithProperty("Property", ToolAttributes.Text(free)));
        }
        else
        {
            editor.AddAttribute(node, ToolAttributes.New("GlmToolSet").WithProperty("Property", ToolAttributes.Text(free)));
        }

        return true;
    }
}
