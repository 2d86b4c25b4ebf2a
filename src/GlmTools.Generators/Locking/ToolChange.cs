using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Locking;

/// <summary>A difference between the lock file and the code.</summary>
/// <param name="Rule">What kind it is.</param>
/// <param name="Path">The argument it is about, or <c>itself</c> for the tool.</param>
/// <param name="Before">What the lock file says.</param>
/// <param name="After">What the code says.</param>
internal sealed record ToolChange(DiagnosticDescriptor Rule, string Path, string Before, string After);
