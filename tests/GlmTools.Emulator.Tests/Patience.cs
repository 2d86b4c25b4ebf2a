namespace GlmTools.Emulator.Tests;

/// <summary>How long a test waits for what must come anyway: a hang becomes a failure.</summary>
internal static class Patience
{
    public static CancellationToken Token => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
