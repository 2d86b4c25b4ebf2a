using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Finds what a model reads about a tool, a parameter or a member: an attribute first, XML docs else.</summary>
internal static class Descriptions
{
    /// <param name="symbol">The tool or type.</param>
    /// <param name="comment">Its docs.</param>
    public static string? Of(ISymbol symbol, Lazy<XElement?> comment) => Attribute(symbol) ?? Body(comment.Value);

    /// <param name="parameter">The parameter.</param>
    /// <param name="comment">The docs of its method.</param>
    public static string? OfParameter(IParameterSymbol parameter, Lazy<XElement?> comment) => Attribute(parameter) ?? Parameter(comment.Value, parameter.Name);

    public static string? OfMember(ISymbol property, CancellationToken cancellationToken)
        => Attribute(property) ?? Body(DocumentationComment.Of(property, cancellationToken));

    /// <param name="parameter">The constructor parameter a member comes from.</param>
    /// <param name="property">The member, or <see langword="null"/> where there is none.</param>
    /// <param name="constructor">The docs of the constructor.</param>
    /// <param name="type">The docs of its type, which are those of a primary constructor.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static string? OfMember(IParameterSymbol parameter, ISymbol? property, Lazy<XElement?> constructor, Lazy<XElement?> type, CancellationToken cancellationToken)
        => (property is null ? null : Attribute(property))
            ?? Attribute(parameter)
            ?? (property is null ? null : Body(DocumentationComment.Of(property, cancellationToken)))
            ?? Parameter(constructor.Value, parameter.Name)
            ?? Parameter(type.Value, parameter.Name);

    private static string? Attribute(ISymbol symbol) => symbol.AttributeText("System.ComponentModel", "DescriptionAttribute");

    private static string? Body(XElement? comment)
    {
        var parts = new[] { comment?.Element("summary"), comment?.Element("remarks") };
        var text = string.Join("\n", parts.Where(static p => p is not null).Select(static p => DocumentationComment.Flatten(p!)).Where(static t => t.Length > 0));
        return text.Length > 0 ? text : null;
    }

    private static string? Parameter(XElement? comment, string name)
    {
        var element = comment?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name);
        var text = element is null ? "" : DocumentationComment.Flatten(element);
        return text.Length > 0 ? text : null;
    }
}
