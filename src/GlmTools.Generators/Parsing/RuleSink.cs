using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// Takes what the parser objects to. The analyzer shows it; the generator, which asks the same questions, only wants to know
/// whether there is a model and passes nothing to report to.
/// </summary>
internal sealed class RuleSink(Action<Diagnostic>? report, CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether anybody shows what is reported. What is only advice need not be worked out else.</summary>
    public bool IsHeard => report is not null;

    public void Report(DiagnosticDescriptor rule, ISymbol at, params object[] arguments)
        => Report(rule, at.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None, arguments);

    public void Report(DiagnosticDescriptor rule, Location at, params object[] arguments)
        => report?.Invoke(Diagnostic.Create(rule, at, arguments));
}
