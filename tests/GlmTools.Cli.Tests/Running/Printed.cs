using System.Text.Json;

namespace GlmTools.Cli.Tests.Running;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record Printed(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The output, where the command has gone well.</summary>
    public string Ok()
    {
        Assert.True(ExitCode == 0, $"{ExitCode}: {Error}");
        return Out;
    }

    /// <summary>The message of the one line a failure is.</summary>
    public string Failure(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"{ExitCode}: {Out}{Error}");
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return line;
    }
}
