using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns a method with <c>[GlmTool]</c> into a model. No symbol leaves this folder.</summary>
internal static class ToolParser
{
    public const string AttributeName = "GlmTools.GlmToolAttribute";

    private static readonly string[] Effects = ["Unspecified", "ReadOnly", "Idempotent", "Destructive"];

    private static readonly SymbolDisplayFormat SignatureFormat = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <returns>The model, or <see langword="null"/> where an error was reported.</returns>
    public static ToolModel? Parse(IMethodSymbol method, RuleSink sink)
    {
        if (method.Attribute("GlmTools", "GlmToolAttribute") is not { } attribute || !IsCallable(method, sink))
        {
            return null;
        }

        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? ToolNames.ForMethod(method.Name);
        if (!ToolNames.IsValid(name))
        {
            sink.Report(Rules.InvalidName, method, name);
            return null;
        }

        var description = attribute.Named("Description") as string ?? Descriptions.OfMethod(method, sink.CancellationToken);
        if (string.IsNullOrWhiteSpace(description))
        {
            sink.Report(Rules.MissingDescription, method, name);
            description = name.Replace('_', ' ');
        }

        var parameters = method.Parameters.Select(parameter => ParseParameter(parameter, sink)).ToArray();
        var result = ParseResult(method, sink, out var isAwaited, out var isSupported);
        return !isSupported || parameters.Contains(null)
            ? null
            : new(
                ClassOf(method.ContainingType), name, description!, Defaults.EscapedIdentifier(method.Name), method.ToDisplayString(SignatureFormat),
                method.IsStatic, isAwaited, new(parameters!), result, new(Policy(attribute)));
    }

    public static ToolClassModel ClassOf(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.Name}.{name}";
        }

        var scope = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return new(scope, name, type.CSharp(), type.IsPublic(), type.IsStatic, PropertyOf(type));
    }

    /// <summary>The name of the generated property.</summary>
    public static string PropertyOf(INamedTypeSymbol type)
        => type.Attribute("GlmTools", "GlmToolSetAttribute")?.Named("Property") as string ?? "Tools";

    private static bool IsCallable(IMethodSymbol method, RuleSink sink)
    {
        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            sink.Report(Rules.Generic, method, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            return false;
        }

        if (!method.IsReachable() || method.ContainingType.IsRefLikeType || method.MethodKind != MethodKind.Ordinary)
        {
            sink.Report(Rules.Inaccessible, method, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            return false;
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            sink.Report(Rules.AsyncVoid, method, method.Name);
            return false;
        }

        return true;
    }

    private static ParameterModel? ParseParameter(IParameterSymbol parameter, RuleSink sink)
    {
        if (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType)
        {
            sink.Report(Rules.ByReference, parameter, parameter.Name);
            return null;
        }

        if (parameter.Type.Is("System.Threading", "CancellationToken"))
        {
            return new(parameter.Name, null, "call.CancellationToken");
        }

        if (parameter.Type.Is("GlmTools", "GlmToolContext"))
        {
            return new(parameter.Name, null, "call.Context");
        }

        var types = new TypeParser(sink, parameter, forResult: false);
        if (types.Parse(parameter.Type, parameter.Name) is not { } value)
        {
            return null;
        }

        ObjectMembers.WarnOfConstraints(types, parameter, parameter.Name);
        var constant = Defaults.Of(parameter, value.Type);
        var description = Descriptions.OfParameter(parameter, sink.CancellationToken);
        return new(
            parameter.Name,
            new(parameter.Name, parameter.Name, description, value, constant is null && !value.IsNullable, constant, MemberAssignment.Argument),
            null);
    }

    private static ValueModel? ParseResult(IMethodSymbol method, RuleSink sink, out bool isAwaited, out bool isSupported)
    {
        var type = method.ReturnType;
        isAwaited = type.Name is "Task" or "ValueTask" && type.Is("System.Threading.Tasks", type.Name);
        isSupported = true;
        if (isAwaited)
        {
            type = ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault();
        }

        if (type is null or { SpecialType: SpecialType.System_Void })
        {
            return null;
        }

        var result = new TypeParser(sink, method, forResult: true).Parse(type, $"the result of {method.Name}");
        isSupported = result is not null;
        return result;
    }

    private static IEnumerable<string> Policy(AttributeData attribute)
    {
        if (attribute.Named("Effect") is int effect and > 0 && effect < Effects.Length)
        {
            yield return $"Effect = global::GlmTools.GlmToolEffect.{Effects[effect]}";
        }

        if (attribute.Named("RequiresApproval") is true)
        {
            yield return "RequiresApproval = true";
        }

        if (attribute.Named("TimeoutSeconds") is double seconds and > 0)
        {
            yield return FormattableString.Invariant($"Timeout = global::System.TimeSpan.FromSeconds({seconds:R}d)");
        }

        if (attribute.Named("Exclusive") is string key)
        {
            yield return $"Exclusive = {SymbolDisplay.FormatLiteral(key, quote: true)}";
        }

        if (attribute.Named("MaxResultLength") is int length and > 0)
        {
            yield return FormattableString.Invariant($"MaxResultLength = {length}");
        }
    }
}
