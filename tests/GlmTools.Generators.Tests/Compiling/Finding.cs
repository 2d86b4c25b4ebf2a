using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>A diagnostic as a developer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Squiggle">The source text under the squiggle.</param>
/// <param name="Message">What it says.</param>
internal sealed record Finding(string Id, string Squiggle, string Message)
{
    public static Finding Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "",
        diagnostic.GetMessage(null));
}
