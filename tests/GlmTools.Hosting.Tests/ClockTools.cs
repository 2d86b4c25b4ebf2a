namespace GlmTools.Hosting.Tests;

/// <summary>Tools that need nothing.</summary>
public static class ClockTools
{
    /// <summary>The time.</summary>
    [GlmTool]
    public static string Now() => "09:30";
}
