using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>What <c>[GlmTool]</c> says about the calls of a tool.</summary>
internal static class ToolPolicy
{
    // What a timer takes: 2^32 - 2 milliseconds, some 49 days.
    private const double MaxSeconds = 4294967;

    private static readonly string[] Effects = ["Unspecified", "ReadOnly", "Idempotent", "Destructive"];

    /// <summary>Whether the limits can be kept.</summary>
    public static bool IsInRange(IMethodSymbol method, AttributeData attribute, RuleSink sink)
    {
        if (attribute.Named("TimeoutSeconds") is double seconds and not (>= 0 and <= MaxSeconds))
        {
            sink.Report(Rules.LimitOutOfRange, method, "TimeoutSeconds", method.Name, FormattableString.Invariant($"{seconds}"), FormattableString.Invariant($"up to {MaxSeconds} seconds"));
            return false;
        }

        if (attribute.Named("MaxResultLength") is int length and < 0)
        {
            sink.Report(Rules.LimitOutOfRange, method, "MaxResultLength", method.Name, length, "a number of characters");
            return false;
        }

        return true;
    }

    /// <summary>What differs from the default, as assignments in an object initialiser.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="confirmation">The confirmation, with the names of the wire.</param>
    public static IEnumerable<string> Of(AttributeData attribute, string? confirmation)
    {
        if (attribute.Named("Effect") is int effect and > 0 && effect < Effects.Length)
        {
            yield return $"Effect = global::GlmTools.GlmToolEffect.{Effects[effect]}";
        }

        if (attribute.Named("RequiresApproval") is true)
        {
            yield return "RequiresApproval = true";
        }

        if (confirmation is not null)
        {
            yield return $"Confirmation = {SymbolDisplay.FormatLiteral(confirmation, quote: true)}";
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
