using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>Tries one tool with all arguments that can be made for it.</summary>
/// <param name="tool">The tool.</param>
/// <param name="options">How it is tried.</param>
internal sealed class ToolTrial(GlmTool tool, ToolConformanceOptions options)
{
    private readonly SchemaNode _schema = new(tool.JsonSchema);
    private readonly Dictionary<string, ToolDisagreement> _disagreements = [];
    private int _accepted;
    private int _refused;
    private int _repaired;
    private int _stricter;

    /// <summary>The smallest arguments for each rule they disagree about.</summary>
    public IReadOnlyCollection<ToolDisagreement> Disagreements => _disagreements.Values;

    public ToolConformanceCount Count => new(tool.Name, _accepted, _refused, _repaired, _stricter);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var arguments in new ArgumentCorpus(_schema).All(options.Seed, options.MixedArguments))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = ToolVerdict.Of(tool, _schema, arguments);
            if (!verdict.IsExplained)
            {
                AddDisagreement(verdict);
                continue;
            }

            switch (verdict.IsAllowed, verdict.Bound.IsValid)
            {
                case (true, true): _accepted++; break;
                case (false, false): _refused++; break;
                case (false, true): _repaired++; break;
                default: _stricter++; break;
            }

            if (options.CallsMethods && verdict is { IsAllowed: true, Bound.IsValid: true })
            {
                await CallAsync(arguments, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void AddDisagreement(ToolVerdict verdict)
    {
        if (!_disagreements.ContainsKey(verdict.Subject))
        {
            var smallest = ArgumentShrinker.Shrink(verdict.Arguments, smaller
                => ToolVerdict.Of(tool, _schema, smaller) is { IsExplained: false } other && other.Subject == verdict.Subject && other.IsAllowed == verdict.IsAllowed);
            _disagreements[verdict.Subject] = ToolVerdict.Of(tool, _schema, smallest).Told();
        }
    }

    private async Task CallAsync(JsonNode? arguments, CancellationToken cancellationToken)
    {
        var result = await tool.InvokeAsync(ArgumentText.Utf8(arguments), options.Context, cancellationToken).ConfigureAwait(false);
        if (result.Exception is { } thrown and not GlmToolException)
        {
            _disagreements.TryAdd($"throws {thrown.GetType()}", new(tool.Name, ArgumentText.Of(arguments), "allows them", $"accepts them, and the method throws {thrown.GetType().Name}: {thrown.Message}"));
        }
    }
}
