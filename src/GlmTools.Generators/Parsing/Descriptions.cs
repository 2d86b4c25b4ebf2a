using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Finds what a model reads about a tool, a parameter or a member: an attribute first, XML docs else.</summary>
internal static class Descriptions
{
    public static string? OfMethod(IMethodSymbol method, CancellationToken cancellationToken) => Of(method, cancellationToken);

    public static string? OfType(ITypeSymbol type, CancellationToken cancellationToken) => Of(type, cancellationToken);

    public static string? OfParameter(IParameterSymbol parameter, CancellationToken cancellationToken)
        => parameter.AttributeText("System.ComponentModel", "DescriptionAttribute")
            ?? Parameter(DocumentationComment.Of(parameter.ContainingSymbol, cancellationToken), parameter.Name);

    /// <param name="property">The member, or <see langword="null"/> for a constructor parameter without one.</param>
    /// <param name="parameter">The constructor parameter it comes from, if any; a primary constructor is documented on its type.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static string? OfMember(ISymbol? property, IParameterSymbol? parameter, CancellationToken cancellationToken)
    {
        if ((property?.AttributeText("System.ComponentModel", "DescriptionAttribute") ?? parameter?.AttributeText("System.ComponentModel", "DescriptionAttribute")) is { } described)
        {
            return described;
        }

        if (property is not null && Body(DocumentationComment.Of(property, cancellationToken)) is { } documented)
        {
            return documented;
        }

        return parameter is null
            ? null
            : OfParameter(parameter, cancellationToken) ?? Parameter(DocumentationComment.Of(parameter.ContainingType, cancellationToken), parameter.Name);
    }

    private static string? Of(ISymbol symbol, CancellationToken cancellationToken)
        => symbol.AttributeText("System.ComponentModel", "DescriptionAttribute") ?? Body(DocumentationComment.Of(symbol, cancellationToken));

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
