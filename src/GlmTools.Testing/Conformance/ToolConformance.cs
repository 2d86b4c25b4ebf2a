namespace GlmTools.Testing;

/// <summary>
/// Proves that tools accept what they say they accept: from each schema, as the model sees it, it makes arguments that fit, arguments on
/// either side of every rule at every depth, and runs them through the binder. No method is called unless asked for.
/// </summary>
public static class ToolConformance
{
    /// <summary>Tries all tools of a set.</summary>
    /// <param name="set">The tools. Those of <see cref="GlmToolSet.FromServices{T}"/> will do: nothing is constructed.</param>
    /// <param name="options">How they are tried; by default with seed 1, and without a call.</param>
    /// <param name="cancellationToken">Cancels the trial.</param>
    /// <returns>What was tried. Binding never waits, so that the task is done at once unless methods are called.</returns>
    /// <exception cref="ToolConformanceException">Schema and binder of a tool disagree.</exception>
    public static async Task<ToolConformanceReport> Verify(GlmToolSet set, ToolConformanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new();
        var trials = set.Select(tool => new ToolTrial(tool, options)).ToArray();
        foreach (var trial in trials)
        {
            await trial.RunAsync(cancellationToken).ConfigureAwait(false);
        }

        var report = new ToolConformanceReport(
            [.. trials.Select(static trial => trial.Count)],
            [.. set.SelectMany(static tool => UntestedRules.Of(tool.Name, new(tool.JsonSchema)))]);
        ToolDisagreement[] disagreements = [.. trials.SelectMany(static trial => trial.Disagreements)];
        return disagreements.Length == 0 ? report : throw new ToolConformanceException(disagreements, report, options.Seed);
    }
}
