using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing.Advice;

/// <summary>
/// Finds <c>&lt;param&gt;</c> tags without a parameter. The compiler does too, but only in a project with a documentation file,
/// and a tool's descriptions do not depend on one.
/// </summary>
internal static class ParamTags
{
    /// <summary>The start of a tag up to the name, with the name as its only named group.</summary>
    public const string Opening = @"<param\s+name\s*=\s*[""'](?<name>[^""']*)[""']";

    private static readonly Regex Tag = new(Opening);

    public static void Check(IMethodSymbol method, RuleSink sink)
    {
        foreach (var declaration in method.DeclaringSyntaxReferences)
        {
            foreach (var comment in DocumentationComment.In(declaration.GetSyntax(sink.CancellationToken)))
            {
                foreach (Match tag in Tag.Matches(comment.ToFullString()))
                {
                    var name = tag.Groups["name"];
                    if (!method.Parameters.Any(parameter => parameter.Name == name.Value))
                    {
                        var at = Location.Create(declaration.SyntaxTree, new(comment.FullSpan.Start + name.Index, name.Length));
                        sink.Report(Rules.UnmatchedParamTag, at, name.Value, method.Name);
                    }
                }
            }
        }
    }
}
