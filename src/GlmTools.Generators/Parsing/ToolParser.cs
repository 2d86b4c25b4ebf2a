using System.Xml.Linq;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns a method with <c>[GlmTool]</c> into a model.</summary>
internal static class ToolParser
{
    public const string AttributeName = "GlmTools.GlmToolAttribute";

    private static readonly SymbolDisplayFormat SignatureFormat = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <returns>The model, or <see langword="null"/> where an error was reported.</returns>
    public static ToolModel? Parse(IMethodSymbol method, RuleSink sink)
    {
        if (method.Attribute("GlmTools", "GlmToolAttribute") is not { } attribute || !IsCallable(method, sink) || !ToolPolicy.IsInRange(method, attribute, sink))
        {
            return null;
        }

        var name = NameOf(method, attribute);
        if (!ToolNames.IsValid(name))
        {
            sink.Report(Rules.InvalidName, method, name);
            return null;
        }

        var comment = DocumentationComment.Lazily(method, sink.CancellationToken);
        var description = attribute.Named("Description") as string ?? Descriptions.Of(method, comment);
        var isDescribed = !string.IsNullOrWhiteSpace(description);
        if (!isDescribed)
        {
            sink.Report(Rules.MissingDescription, method, name);
            description = name.Replace('_', ' ');
        }

        var parameters = method.Parameters.Select(parameter => ParseParameter(parameter, comment, sink)).ToArray();
        if (parameters.Length > ObjectMembers.MaxMembers)
        {
            sink.Report(Rules.UnsupportedType, method, method.Name, $"method with {parameters.Length} parameters", $"take at most {ObjectMembers.MaxMembers}: group them in a record");
            return null;
        }

        var result = ParseResult(method, sink, out var awaited, out var isSupported);
        if (!isSupported || parameters.Contains(null) || !Confirmations.TryRead(method, attribute, parameters!, sink, out var confirmation))
        {
            return null;
        }

        var tool = new ToolModel(
            name, description!, Defaults.EscapedIdentifier(method.Name), method.ToDisplayString(SignatureFormat),
            method.IsStatic ? method.ContainingType.CSharp() : null, awaited, new(parameters!), result, new(ToolPolicy.Of(attribute, confirmation)));
        if (sink.IsHeard)
        {
            ToolAdvice.Give(method, attribute, tool, isDescribed, sink);
        }

        return tool;
    }

    /// <summary>What a tool is called on the wire, be that valid or not.</summary>
    public static string NameOf(IMethodSymbol method, AttributeData attribute)
        => attribute.ConstructorArguments.FirstOrDefault().Value as string ?? ToolNames.ForMethod(method.Name);

    private static bool IsCallable(IMethodSymbol method, RuleSink sink)
    {
        if (method.IsGenericMethod)
        {
            sink.Report(Rules.Generic, method, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            return false;
        }

        if (!method.IsReachable() || method.ContainingType.IsRefLikeType || method.MethodKind != MethodKind.Ordinary
            || !method.ContainingType.CanBeReferencedByName || method is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true })
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

    private static ParameterModel? ParseParameter(IParameterSymbol parameter, Lazy<XElement?> comment, RuleSink sink)
    {
        if (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType)
        {
            sink.Report(Rules.ByReference, parameter, parameter.Name);
            return null;
        }

        if (HostValues.Of(parameter) is { } host)
        {
            return new(parameter.Name, null, host);
        }

        var types = new TypeParser(sink, parameter, forResult: false);
        if (types.Parse(parameter.Type, parameter.Name) is not { } value || Constraints.Of(types, value, parameter.Name, parameter) is not { } constraints)
        {
            return null;
        }

        Sensitive.Check(types, parameter.Name, parameter.Type, parameter.Name);
        var constant = Defaults.Of(parameter, value.Type);
        var argument = new MemberModel(
            parameter.Name,
            parameter.Name,
            Descriptions.OfParameter(parameter, comment),
            value,
            constant is null && !value.IsNullable,
            constant,
            MemberAssignment.Argument,
            constraints);
        return new(parameter.Name, argument, null);
    }

    private static ValueModel? ParseResult(IMethodSymbol method, RuleSink sink, out AwaitKind awaited, out bool isSupported)
    {
        var type = method.ReturnType;
        awaited = type switch
        {
            _ when type.Name is "Task" or "ValueTask" && type.Is("System.Threading.Tasks", type.Name) => AwaitKind.Task,
            _ when type.Is("System.Collections.Generic", "IAsyncEnumerable") => AwaitKind.Stream,
            _ => AwaitKind.None,
        };
        isSupported = true;
        if (awaited != AwaitKind.None)
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
}
