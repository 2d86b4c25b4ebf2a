using System.ComponentModel;
using System.Diagnostics;

namespace GlmTools.Cli.Loading;

/// <summary>What another program printed.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output.</param>
/// <param name="Errors">What it said on its error stream.</param>
internal sealed record ProcessOutput(int ExitCode, string Output, string Errors)
{
    /// <summary>The first line with an error, or else the first one at all.</summary>
    public string FirstError
    {
        get
        {
            var lines = $"{Errors}\n{Output}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return lines.FirstOrDefault(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault() ?? $"exit code {ExitCode}";
        }
    }

    /// <summary>Runs a program to its end; cancelled, it is ended, with all it started.</summary>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<ProcessOutput> OfAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };

        // Build nodes that outlive the build would keep this process waiting for the end of its output.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CliException($"'{program}' cannot be started; is it installed and on the path?");
        }

        using (process)
        {
            process.StandardInput.Close();
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var errors = process.StandardError.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                return new(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }
}
