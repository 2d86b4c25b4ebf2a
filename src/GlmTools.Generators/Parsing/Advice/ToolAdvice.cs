using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing.Advice;

/// <summary>What a model or its host would stumble over in a tool that works.</summary>
internal static class ToolAdvice
{
    public static void Give(IMethodSymbol method, AttributeData attribute, ToolModel tool, bool isDescribed, RuleSink sink)
    {
        // First things first: a tool that says nothing at all is told so once, not for each parameter too.
        if (isDescribed)
        {
            foreach (var (parameter, symbol) in tool.Parameters.Zip(method.Parameters, static (parameter, symbol) => (parameter, symbol)))
            {
                if (parameter.Argument is { } argument && string.IsNullOrWhiteSpace(argument.Description))
                {
                    sink.Report(Rules.UndescribedParameter, symbol, symbol.Name);
                }
            }
        }

        if (tool.Await != AwaitKind.None && !method.Parameters.Any(IsCancellation) && !IsBoundByAnother(method))
        {
            sink.Report(Rules.NotCancellable, method, method.Name);
        }

        // Whatever the effect is declared to be, somebody thought about it; and an approval is somebody who does, each time.
        if (Effects.SoundsFinal(tool.Name) && attribute.Named("Effect") is null && attribute.Named("RequiresApproval") is not true)
        {
            sink.Report(Rules.UndeclaredEffect, method, tool.Name);
        }

        if (attribute.Named("Confirmation") is string && attribute.Named("RequiresApproval") is not true)
        {
            sink.Report(Rules.UnusedConfirmation, method, tool.Name);
        }

        ParamTags.Check(method, sink);
    }

    private static bool IsCancellation(IParameterSymbol parameter) => parameter.Type.Is("System.Threading", "CancellationToken");

    // What overrides or implements has the parameters of the other, which is told the same if it is a tool.
    private static bool IsBoundByAnother(IMethodSymbol method)
        => method.IsOverride || method.ContainingType.AllInterfaces
            .SelectMany(i => i.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
