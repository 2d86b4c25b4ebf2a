using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Diagnostics;

/// <summary>The MSBuild properties that <c>GlmTools.targets</c> makes visible to the compiler.</summary>
internal static class BuildProperties
{
    public const string ToolBudget = "GlmToolTokenBudget";
    public const string ToolSetBudget = "GlmToolSetTokenBudget";

    /// <summary>Whether the lock file is being written, so that nothing is to be said about the old one.</summary>
    public static bool IsLockUpdate(AnalyzerConfigOptionsProvider options)
        => string.Equals(Value(options, "GlmToolsLockUpdate"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A property that is a whole number from 1 on; <see langword="null"/> for anything else.</summary>
    public static int? Number(AnalyzerConfigOptionsProvider options, string property)
        => int.TryParse(Value(options, property), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The value of a property; <see langword="null"/> where it is not set.</summary>
    public static string? Value(AnalyzerConfigOptionsProvider options, string property)
        => options.GlobalOptions.TryGetValue($"build_property.{property}", out var value) && value.Trim().Length > 0 ? value.Trim() : null;
}
