namespace GlmTools.Tests.Agent;

/// <summary>A tool that takes three seconds of a clock that stands still otherwise.</summary>
internal sealed class Clockwork(ManualTimeProvider time)
{
    /// <summary>Lets time pass.</summary>
    [GlmTool]
    public string Tick()
    {
        time.Advance(TimeSpan.FromSeconds(3));
        return "tock";
    }
}
