using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// Takes what the parser objects to. The analyzer shows it; the generator, which asks the same questions, only wants to know
/// whether there is a model and passes nothing to report to.
/// </summary>
/// <param name="report">Shows an objection; <see langword="null"/> where nobody looks.</param>
/// <param name="cancellationToken">Cancels the parsing.</param>
/// <param name="place">Where everything is shown; <see langword="null"/> (the default) for the symbol it is about.</param>
internal sealed class RuleSink(Action<Diagnostic>? report, CancellationToken cancellationToken, Location? place = null)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether anybody shows what is reported. What is only advice need not be worked out else.</summary>
    public bool IsHeard => report is not null;

    /// <summary>The types that need not be parsed again.</summary>
    public KnownTypes KnownTypes { get; } = new();

    /// <summary>How much was objected to so far.</summary>
    public int Objections { get; private set; }

    public void Report(DiagnosticDescriptor rule, ISymbol at, params object[] arguments)
        => Report(rule, place ?? at.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None, arguments);

    public void Report(DiagnosticDescriptor rule, Location at, params object[] arguments)
    {
        Objections++;
        report?.Invoke(Diagnostic.Create(rule, at, arguments));
    }
}
