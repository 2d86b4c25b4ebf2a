using System.Diagnostics;

namespace GlmTools.Benchmarks.Checking;

/// <summary>
/// This program once more, where each method is compiled for good at once. Else the compiler goes by what it has seen so far, and whether it
/// finds out that an enumerator need not be allocated is a matter of luck.
/// </summary>
internal static class SettledProcess
{
    private const string Tiers = "DOTNET_TieredCompilation";

    /// <summary>Whether this process is one.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(Tiers) == "0";

    /// <summary>Starts it, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { Environment = { [Tiers] = "0" } };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Lets a process be compiled as any other.</summary>
    public static ProcessStartInfo Unsettled(ProcessStartInfo start)
    {
        start.Environment.Remove(Tiers);
        return start;
    }
}
