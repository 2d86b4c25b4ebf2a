namespace GlmTools.Hosting.Tests;

/// <summary>Tools that live in a container: each call has an object of its own, with what it was given.</summary>
public sealed class StockTools(Ledger ledger) : IDisposable
{
    /// <summary>How much there is of something.</summary>
    /// <param name="what">What.</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public int CountStock(string what)
    {
        ledger.Lines.Add($"count {what}");
        return 7;
    }

    public void Dispose() => ledger.Lines.Add("disposed");
}
