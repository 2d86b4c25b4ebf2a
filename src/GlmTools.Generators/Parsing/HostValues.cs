using GlmTools.Generators.Emitting;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>The parameters the host fills: never in the schema, never settable by the model.</summary>
internal static class HostValues
{
    /// <returns>The member of the invocation the value comes from, or <see langword="null"/> for a parameter the model fills.</returns>
    public static string? Of(IParameterSymbol parameter)
    {
        if (parameter.Type.Is("System.Threading", "CancellationToken"))
        {
            return "CancellationToken";
        }

        if (parameter.Type.Is("GlmTools", "GlmToolContext"))
        {
            return "Context";
        }

        if (parameter.Type.Is("System", "IServiceProvider"))
        {
            return "Services";
        }

        if (parameter.Type.Is("System", "IProgress") && ((INamedTypeSymbol)parameter.Type).TypeArguments[0].SpecialType == SpecialType.System_String)
        {
            return "Progress";
        }

        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "FromServicesAttribute" or "FromKeyedServicesAttribute":
                    return $"{Supplied(parameter, "Service")}({Key(attribute)})";
                case "FromContextAttribute" when attribute.AttributeClass.Is("GlmTools", "FromContextAttribute"):
                    return $"{Supplied(parameter, "State")}()";
            }
        }

        return null;
    }

    private static string Supplied(IParameterSymbol parameter, string what)
    {
        var optional = parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.HasExplicitDefaultValue ? "Optional" : "";
        return $"{optional}{what}<{parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).CSharp()}>";
    }

    private static string Key(AttributeData attribute)
        => (attribute.ConstructorArguments.FirstOrDefault().Value ?? attribute.Named("Key")) is { } key
            ? key is string text ? CSharpText.String(text) : Convert.ToString(key, System.Globalization.CultureInfo.InvariantCulture)!
            : "";
}
