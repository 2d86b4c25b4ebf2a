namespace GlmTools.Testing;

/// <summary>What tools were tried with, so that a test can see that something was tried.</summary>
/// <param name="Tools">The figures of each tool.</param>
/// <param name="Untested">Rules of schemas that could not be tried, with tool and path: keywords that are not known, patterns without an example.</param>
public sealed record ToolConformanceReport(IReadOnlyList<ToolConformanceCount> Tools, IReadOnlyList<string> Untested)
{
    /// <summary>How many arguments both schema and binder allow.</summary>
    public int Accepted => Tools.Sum(static tool => tool.Accepted);

    /// <summary>How many arguments both refuse.</summary>
    public int Refused => Tools.Sum(static tool => tool.Refused);

    /// <summary>How many arguments the binder repairs.</summary>
    public int Repaired => Tools.Sum(static tool => tool.Repaired);

    /// <summary>How many arguments the binder refuses although the schema allows them, as documented.</summary>
    public int Stricter => Tools.Sum(static tool => tool.Stricter);

    /// <summary>The figures, a line each.</summary>
    public override string ToString() => string.Join('\n', [.. Tools.Select(static tool => tool.ToString()), .. Untested.Select(static rule => $"not tested: {rule}")]);
}
