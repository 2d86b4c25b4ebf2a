using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Checking;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools check</c>: whether GLM would take a history, and if not, where it would object.</summary>
internal sealed class CheckCommand : Command
{
    public CheckCommand(Shell shell)
        : base("check", "Say whether GLM takes a history, and where it would object.")
    {
        var file = new Argument<string>("transcript") { Description = "A file with an array of messages, a request body, a saved run or a cassette; - reads the input." };
        var json = new JsonOption();
        Add(file);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var text = path == "-"
                ? await shell.ReadAsync(path, cancellationToken).ConfigureAwait(false)
                : await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            var report = History.Check(text);
            if (parsed.GetValue(json))
            {
                shell.WriteJson(Json(report));
            }
            else
            {
                Show(shell, report);
            }

            return report.Problems.Count == 0 ? ExitCode.Ok : ExitCode.NotFine;
        });
    }

    private static void Show(Shell shell, HistoryReport report)
    {
        foreach (var problem in report.Problems)
        {
            shell.Out.WriteLine(Shell.Harmless($"{problem} ({problem.Code})"));
        }

        if (report.Problems.Count == 0)
        {
            shell.Out.WriteLine($"valid: {report.Messages} messages");
        }
    }

    private static JsonObject Json(HistoryReport report) => new()
    {
        ["valid"] = report.Problems.Count == 0,
        ["form"] = report.Form,
        ["messages"] = report.Messages,
        ["problems"] = new JsonArray([.. report.Problems.Select(static problem => new JsonObject
        {
            ["pointer"] = problem.Pointer,
            ["code"] = problem.Code,
            ["text"] = problem.Text,
        })]),
    };
}
