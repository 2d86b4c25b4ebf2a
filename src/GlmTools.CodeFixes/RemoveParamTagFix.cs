using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.CodeFixes;

/// <summary>Removes the tag of a parameter that does not exist, with its lines where nothing else is on them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveParamTagFix() : TextFix("Remove the tag", Rules.UnmatchedParamTag)
{
    private static readonly Regex Tag = new(ParamTags.Opening + @"\s*(?:/>|>.*?</param\s*>)", RegexOptions.Singleline);

    private static readonly Regex Margin = new(@"^\s*(?:///|\*)?\s*$");

    protected override TextChange? Change(SyntaxNode root, SourceText text, TextSpan at)
    {
        // The tag starts in the line of its name or a few before; nothing else of the file has to be read.
        var start = text.Lines[Math.Max(0, text.Lines.GetLineFromPosition(at.Start).LineNumber - 2)].Start;
        var tag = Tag.Matches(text.ToString(TextSpan.FromBounds(start, text.Length))).Cast<Match>()
            .FirstOrDefault(match => start + match.Groups["name"].Index == at.Start);
        return tag is null ? null : new(WithLines(text, new(start + tag.Index, tag.Length)), "");
    }

    private static TextSpan WithLines(SourceText text, TextSpan tag)
    {
        var first = text.Lines.GetLineFromPosition(tag.Start);
        var last = text.Lines.GetLineFromPosition(tag.End);
        var isAlone = Margin.IsMatch(text.ToString(TextSpan.FromBounds(first.Start, tag.Start))) && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(tag.End, last.End)));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : tag;
    }
}
