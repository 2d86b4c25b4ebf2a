namespace GlmTools.Hosting.Tests;

/// <summary>What happened.</summary>
public sealed class Ledger
{
    public List<string> Lines { get; } = [];
}
