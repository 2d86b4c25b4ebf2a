namespace GlmTools.Hosting.Tests;

/// <summary>A tool that fails.</summary>
public static class FailingTools
{
    /// <summary>Fails.</summary>
    [GlmTool]
    public static string Fail() => throw new InvalidOperationException("of itself");
}
