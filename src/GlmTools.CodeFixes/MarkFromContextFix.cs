using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Takes a parameter away from the model: <c>[FromContext]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MarkFromContextFix() : NodeFix<ParameterSyntax>("Let the host fill it: [FromContext]", Rules.Sensitive)
{
    protected override bool Mend(DocumentEditor editor, ParameterSyntax node, ISymbol symbol)
    {
        // A member of an object cannot be marked, only the whole; that is for a person to decide.
        if (Sensitive.KindOf(symbol.Name) is null)
        {
            return false;
        }

        editor.AddAttribute(node, ToolAttributes.New("FromContext"));
        return true;
    }
}
