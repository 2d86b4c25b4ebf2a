using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// The XML docs of a symbol. The compiler parses them only for projects with a documentation file; for all others they are
/// ordinary comments, read here from the source: a tool's description must not depend on a build setting.
/// </summary>
internal static class DocumentationComment
{
    /// <summary>The docs of a symbol, read once and only if they are asked for.</summary>
    public static Lazy<XElement?> Lazily(ISymbol symbol, CancellationToken cancellationToken) => new(() => Of(symbol, cancellationToken), isThreadSafe: false);

    /// <summary>The docs of a symbol; where they only say <c>inheritdoc</c>, those of what it overrides or implements.</summary>
    public static XElement? Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var own = Read(symbol, cancellationToken);
        var isInherited = own is null || !own.HasElements || own.Element("inheritdoc") is not null;
        return isInherited && BaseOf(symbol) is { } inherited ? Of(inherited, cancellationToken) : own;
    }

    private static ISymbol? BaseOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IMethodSymbol or IPropertySymbol when symbol.ContainingType is { } type => type.AllInterfaces
            .SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };

    private static XElement? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrEmpty(xml))
        {
            // Most members have none, and a parser for nothing is dear.
            if (FromSource(symbol, cancellationToken) is not { } source)
            {
                return null;
            }

            xml = $"<member>{source}</member>";
        }

        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler warns about it; here it counts as no comment.
            return null;
        }
    }

    /// <summary>The text of an element: references by their names, paragraphs on their own lines, other white space folded.</summary>
    public static string Flatten(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var lines = text.ToString().Split('\u2029').Select(static line => Regex.Replace(line, @"\s+", " ").Trim());
        return string.Join("\n", lines.Where(static line => line.Length > 0));
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref", IsEmpty: true } reference:
                    text.Append(NameOf(reference));
                    break;
                case XElement { Name.LocalName: "para" or "item" or "list" or "br" or "code" } block:
                    text.Append('\u2029');
                    Append(text, block);
                    text.Append('\u2029');
                    break;
                case XElement inline:
                    Append(text, inline);
                    break;
            }
        }
    }

    // A cref is an id like "M:Some.Type.Method(System.Int32)" once compiled, and what was written otherwise.
    private static string NameOf(XElement reference)
    {
        var target = reference.Attribute("cref")?.Value ?? reference.Attribute("langword")?.Value
            ?? reference.Attribute("name")?.Value ?? reference.Attribute("href")?.Value ?? "";
        if (reference.Attribute("cref") is null)
        {
            return target;
        }

        var end = target.IndexOfAny(['(', '{', '`']);
        var name = end < 0 ? target : target.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }

    /// <summary>The comments in front of a declaration that are docs, whether or not the compiler parsed them.</summary>
    public static IEnumerable<SyntaxTrivia> In(SyntaxNode declaration) => declaration.GetLeadingTrivia().Where(static trivia => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
        SyntaxKind.SingleLineCommentTrivia => Begins(trivia, "///"),
        SyntaxKind.MultiLineCommentTrivia => Begins(trivia, "/**"),
        _ => false,
    });

    // One sign more makes it an ordinary comment again: a line of slashes, a frame of stars (C# specification, D.2).
    private static bool Begins(SyntaxTrivia comment, string delimiter)
        => comment.ToString() is var text && text.StartsWith(delimiter, StringComparison.Ordinal) && !(text.Length > 3 && text[3] == delimiter[2]);

    // Called where the compiler parsed no docs, so that all of them are ordinary comments.
    private static string? FromSource(ISymbol symbol, CancellationToken cancellationToken)
    {
        StringBuilder? text = null;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            if (!declaration.HasLeadingTrivia)
            {
                continue;
            }

            foreach (var comment in In(declaration))
            {
                var source = comment.ToString();
                text ??= new();
                text.Append(comment.IsKind(SyntaxKind.SingleLineCommentTrivia) ? source.Substring(3) : BlockBody(source)).Append('\n');
            }
        }

        return text?.ToString();
    }

    private static string BlockBody(string block)
        => block.Length < 5 ? "" : Regex.Replace(block.Substring(3, block.Length - 5), @"^[ \t]*\*", "", RegexOptions.Multiline);
}
