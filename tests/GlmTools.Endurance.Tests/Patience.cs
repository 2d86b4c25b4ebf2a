namespace GlmTools.Endurance.Tests;

/// <summary>How long an experiment waits for what must come anyway: a hang becomes a failure.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
}
