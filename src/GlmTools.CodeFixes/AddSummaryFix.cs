using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.CodeFixes;

/// <summary>Writes the summary of a tool, in the words of its name, to be said better.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AddSummaryFix() : TextFix("Add a summary", Rules.MissingDescription)
{
    private static readonly Regex EmptySummary = new(@"<summary\s*/>|<summary>[\s/*]*</summary>");

    protected override TextChange? Change(SyntaxNode root, SourceText text, TextSpan at)
    {
        // An empty [Description] or Description = "" comes before any summary, and is the author's to fill.
        if (root.FindNode(at) is not MethodDeclarationSyntax method || method.AttributeLists.ToString().Contains("Description"))
        {
            return null;
        }

        var words = ToolNames.ForMethod(method.Identifier.ValueText).Replace('_', ' ');
        var summary = $"<summary>{char.ToUpperInvariant(words[0])}{words.Substring(1)}.</summary>";
        var comments = DocumentationComment.In(method).ToList();
        var start = comments.Count > 0 ? comments[0].FullSpan.Start : method.SpanStart;
        var comment = text.ToString(TextSpan.FromBounds(start, comments.Count > 0 ? comments[comments.Count - 1].FullSpan.End : start));
        if (EmptySummary.Match(comment) is { Success: true } empty)
        {
            return new(new(start + empty.Index, empty.Length), summary);
        }

        // The rest of an existing comment stays below.
        var first = text.Lines.GetLineFromPosition(start);
        var indent = text.ToString(TextSpan.FromBounds(first.Start, start));
        return string.IsNullOrWhiteSpace(indent) && !comment.Contains("<summary") && !comment.StartsWith("/**", StringComparison.Ordinal)
            ? new(new(first.Start, 0), $"{indent}/// {summary}{NewLine(text, first)}")
            : null;
    }

    private static string NewLine(SourceText text, TextLine line)
        => line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
}
