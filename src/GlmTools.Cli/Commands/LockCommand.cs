using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Comparing;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools lock</c>: compares the tools of a project with its lock file, or accepts them.</summary>
internal sealed class LockCommand : Command
{
    private const string LockFile = "glmtools.lock.json";

    // What a lock file without tools says, for the first time.
    private const string NoTools = """{"tools":[]}""";

    private readonly Shell _shell;

    public LockCommand(Shell shell)
        : base("lock", $"Compare the tools of a project with its {LockFile}, or accept them.")
    {
        _shell = shell;
        var source = new Argument<string>("project") { Description = "A project, or a folder with one. Default: the current folder.", DefaultValueFactory = static _ => "." };
        var accept = new Option<bool>("--accept") { Description = "Write the file, as dotnet build -t:GlmToolsLock does." };
        var configuration = new ConfigurationOption();
        var json = new JsonOption();
        Add(source);
        Add(accept);
        Add(configuration);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var project = ToolSource.ProjectOf(parsed.GetRequiredValue(source))
                ?? throw new CliException($"{parsed.GetRequiredValue(source)} is no project, and a lock file belongs to one.");
            var build = new ProjectBuild(parsed.GetRequiredValue(configuration), isBuilt: false);
            return parsed.GetValue(accept)
                ? await AcceptAsync(project, build, parsed.GetValue(json), cancellationToken).ConfigureAwait(false)
                : await CompareAsync(project, build, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
        });
    }

    private static string PathOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, LockFile);

    private async Task<int> CompareAsync(string project, ProjectBuild build, bool isJson, CancellationToken cancellationToken)
    {
        var path = PathOf(project);
        if (!File.Exists(path))
        {
            throw new CliException($"{path} is not there; write it: glmtools lock {project} --accept");
        }

        var report = ChangeReport.Between(
            await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false),
            await Definitions.ReadAsync(project, build, cancellationToken).ConfigureAwait(false),
            path,
            project);
        Show(path, report, isAccepted: false, isJson);
        if (report.Changes.Count > 0 && !isJson)
        {
            _shell.Notice($"accept it with: glmtools lock {project} --accept");
        }

        return report.Changes.Count == 0 ? ExitCode.Ok : ExitCode.NotFine;
    }

    private async Task<int> AcceptAsync(string project, ProjectBuild build, bool isJson, CancellationToken cancellationToken)
    {
        var path = PathOf(project);
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) : NoTools;

        // The generator writes the file, so that there is one opinion of what stands in it.
        await build.BuildAsync(project, ["-t:GlmToolsLock"], cancellationToken).ConfigureAwait(false);
        Show(path, ChangeReport.Between(before, await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), path, path), isAccepted: true, isJson);
        return ExitCode.Ok;
    }

    private void Show(string path, ChangeReport report, bool isAccepted, bool isJson)
    {
        if (isJson)
        {
            _shell.WriteJson(new JsonObject { ["lock"] = path, ["accepted"] = isAccepted, ["changes"] = report.Json() });
            return;
        }

        report.Show(_shell);
        if (isAccepted)
        {
            _shell.Notice($"accepted in {path}");
        }
    }
}
