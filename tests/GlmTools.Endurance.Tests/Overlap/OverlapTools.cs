namespace GlmTools.Endurance.Tests.Overlap;

public sealed class OverlapTools
{
    /// <summary>Takes its time.</summary>
    [GlmTool]
    public async Task<string> Slow(string what, CancellationToken cancellationToken)
    {
        await Task.Delay(what == "first" ? 1000 : 100, cancellationToken).ConfigureAwait(false);
        return "done";
    }
}
