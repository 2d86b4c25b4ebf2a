namespace GlmTools.Generators.Tests.Schemas;

/// <summary>What both judges say of arguments.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Probe">The arguments.</param>
/// <param name="Complaints">What NJsonSchema has against them.</param>
/// <param name="Result">What the binder makes of them.</param>
internal sealed record Verdict(string Tool, Probe Probe, IReadOnlyList<string> Complaints, GlmToolResult Result)
{
    public bool OracleAccepts => Complaints.Count == 0;

    /// <summary>Whether the binder takes them as they are: what it had to repair did not fit.</summary>
    public bool BinderAccepts => !Result.IsError && Result.Repairs.Count == 0;

    /// <summary>The rules the binder finds broken.</summary>
    public IEnumerable<string> Rules => Result.Error?.Problems.Select(static problem => problem.Rule) ?? [];

    public string Type => Probe.Schema.GetProperty("type").GetString()!;

    public bool Has(string keyword) => Probe.Schema.TryGetProperty(keyword, out _);

    public override string ToString()
        => $"{Tool}({Probe.Arguments})\n  at {Probe.Place}: {Probe.Value}\n  oracle: {(OracleAccepts ? "fits" : string.Join("; ", Complaints))}\n  binder: {(Result.IsError ? Result.Text : Result.Repairs.Count > 0 ? string.Join("; ", Result.Repairs) : "fits")}";
}
