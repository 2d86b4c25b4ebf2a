using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Options;
using GlmTools.Cli.Page;
using GlmTools.Cli.Page.Timelines;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools report</c>: a run on a time axis, as one HTML file to keep or to send.</summary>
internal sealed class ReportCommand : Command
{
    public ReportCommand(Shell shell)
        : base("report", "Write a run as one HTML file that needs nothing else.")
    {
        var file = new Argument<string>("run") { Description = "A saved run (run --save, GlmRun.ToJson()) or a cassette; - reads the input." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; - prints it. Default: the run's name with .html." };
        var json = new JsonOption();
        Add(file);
        Add(output);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var target = parsed.GetValue(output) ?? (path == "-" ? "-" : Path.ChangeExtension(path, ".html"));
            if (target != "-" && path != "-" && Path.GetFullPath(target) == Path.GetFullPath(path))
            {
                throw new CliException($"{target} would be written over; name another file with --output.");
            }

            var html = Report.Html(await ReadAsync(shell, path, cancellationToken).ConfigureAwait(false));
            if (target == "-")
            {
                await shell.Out.WriteAsync(html).ConfigureAwait(false);
                return ExitCode.Ok;
            }

            await File.WriteAllTextAsync(target, html, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                shell.WriteJson(new JsonObject { ["report"] = Path.GetFullPath(target) });
            }
            else
            {
                await shell.Out.WriteLineAsync($"written: {target}").ConfigureAwait(false);
            }

            return ExitCode.Ok;
        });
    }

    private static async Task<RunTimeline> ReadAsync(Shell shell, string path, CancellationToken cancellationToken)
    {
        var text = path == "-"
            ? await shell.ReadAsync(path, cancellationToken).ConfigureAwait(false)
            : await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SavedTimeline.ReadAsync(text, CommandLine.SecretsOf(shell), cancellationToken).ConfigureAwait(false);
        }
        catch (CliException failure)
        {
            throw new CliException($"{path}: {failure.Message}");
        }
    }
}
