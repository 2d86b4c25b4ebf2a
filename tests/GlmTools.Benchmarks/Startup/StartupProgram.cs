using System.Diagnostics;
using System.Globalization;
using GlmTools.Benchmarks.Checking;

namespace GlmTools.Benchmarks.Startup;

/// <summary>Starts the small program beside this one.</summary>
/// <param name="arguments">Which of its variants, and what that needs.</param>
internal sealed class StartupProgram(params string[] arguments)
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "GlmTools.Benchmarks.Startup.exe" : "GlmTools.Benchmarks.Startup");

    /// <summary>The time from the start of the process to its end.</summary>
    public TimeSpan Time()
    {
        var began = Stopwatch.GetTimestamp();
        Run(arguments);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>What it counts itself: compiled methods, and what making the definitions took.</summary>
    public StartupCount Count()
    {
        var figures = Run([.. arguments, "report"]).Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new(figures[0], figures[1], figures[2]);
    }

    private static string Run(string[] arguments)
    {
        using var process = Process.Start(SettledProcess.Unsettled(new(File, arguments) { RedirectStandardOutput = true }))!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{File} {string.Join(" ", arguments)} ended with {process.ExitCode}.");
    }
}
