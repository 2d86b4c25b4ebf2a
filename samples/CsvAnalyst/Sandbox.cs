using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvAnalyst.Drawing;
using CsvAnalyst.Guest;
using GlmTools;

namespace CsvAnalyst;

/// <summary>
/// Runs programs of the model in a process of their own: without a shell, without this process's environment (the key is in there), in an empty
/// folder that is deleted afterwards, and with so much time and memory and no more.
/// </summary>
/// <param name="csv">The file they may read: a copy of it.</param>
/// <param name="chart">Where the chart is put.</param>
/// <param name="time">How long they may take.</param>
internal sealed class Sandbox(string csv, string chart, TimeSpan time)
{
    private const string Program = nameof(CsvAnalyst);
    private const long MaxHeap = 256 << 20;
    private const int MaxOutput = 16 << 10;
    private const int MaxChart = 4 << 20;

    /// <summary>Runs a program.</summary>
    /// <exception cref="GlmToolException">It is refused, fails, or takes too much; the message is for the model.</exception>
    public async Task<ProgramResult> RunAsync(string code, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("glmtools-guest-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, GuestProgram.CodeFile), code, cancellationToken);
            File.Copy(csv, Path.Combine(folder.FullName, GuestProgram.DataFile));
            var (exitCode, output) = await RunAsync(folder, cancellationToken);
            return exitCode == 0
                ? new(output, TakeChart(Path.Combine(folder.FullName, Chart.FileName)))
                : throw new GlmToolException($"the program failed: {(output.Length > 0 ? output : $"it ended with exit code {exitCode}; it may have taken too much memory, or called itself too often")}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        using var process = Process.Start(StartInfo(folder))!;
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, limit.Token);
            var errors = ReadAsync(process.StandardError, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await errors;
            return (process.ExitCode, (await output).Trim());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GlmToolException($"the program took longer than {time.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static ProcessStartInfo StartInfo(DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{Program}.exe" : Program), [GuestProgram.Argument])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        var needed = new[] { "DOTNET_ROOT", "PATH", "SystemRoot" }.Select(static name => (name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in needed)
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["TMPDIR"] = folder.FullName;
        start.Environment["DOTNET_GCHeapHardLimit"] = MaxHeap.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // Read to the end, or the program would wait for a reader; but only so much is kept.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            kept.Append(buffer, 0, Math.Min(read, MaxOutput - kept.Length));
        }

        return kept.ToString();
    }

    private string? TakeChart(string drawn)
    {
        if (!File.Exists(drawn) || new FileInfo(drawn).Length > MaxChart || !File.ReadAllBytes(drawn).AsSpan().StartsWith(PngFile.Signature))
        {
            return null;
        }

        File.Copy(drawn, chart, overwrite: true);
        return Path.GetFileName(chart);
    }
}
