namespace GlmTools.Sqlite.Tests;

/// <summary>How long a test waits for what must come anyway: a hang becomes a failure.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
