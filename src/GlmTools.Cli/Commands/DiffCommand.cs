using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Comparing;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools diff</c>: what changed between two states of tools, for a model that knows the old one.</summary>
internal sealed class DiffCommand : Command
{
    public DiffCommand(Shell shell)
        : base("diff", "Say what changed about tools. Exit code 1 if a change breaks calls that were right before.")
    {
        const string Meaning = "a lock file, schema or snapshot (.json), an assembly, a project, or REV:path for one of them at a git revision.";
        var before = new Argument<string>("old") { Description = $"The tools as they were: {Meaning}" };
        var after = new Argument<string>("new") { Description = $"The tools as they are: {Meaning}" };
        var markdown = new Option<bool>("--markdown") { Description = "Print Markdown, for a pull request." };
        var configuration = new ConfigurationOption();
        var json = new JsonOption();
        Add(before);
        Add(after);
        Add(markdown);
        Add(configuration);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var build = new ProjectBuild(parsed.GetRequiredValue(configuration), isBuilt: false);
            var (old, now) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            var report = ChangeReport.Between(
                await Definitions.ReadAsync(old, build, cancellationToken).ConfigureAwait(false),
                await Definitions.ReadAsync(now, build, cancellationToken).ConfigureAwait(false),
                old,
                now);
            if (parsed.GetValue(json))
            {
                shell.WriteJson(new JsonObject { ["breaking"] = report.IsBreaking, ["changes"] = report.Json() });
            }
            else if (parsed.GetValue(markdown))
            {
                await shell.Out.WriteAsync(report.Markdown()).ConfigureAwait(false);
            }
            else
            {
                report.Show(shell);
            }

            return report.IsBreaking ? ExitCode.NotFine : ExitCode.Ok;
        });
    }
}
