using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Conversing;
using GlmTools.Cli.Options;
using GlmTools.Testing;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools run</c>: one question, one answer; the text of the model on the output, all else beside it.</summary>
internal sealed class RunCommand : Command
{
    private readonly Shell _shell;

    public RunCommand(Shell shell)
        : base("run", "Ask a model that may call your tools one question.")
    {
        _shell = shell;
        var prompt = new Option<string>("--prompt", "-p") { Description = "The question; - reads it from the input.", Required = true };
        Add(prompt);
        var agent = new AgentInput(this, shell);
        var yes = new Option<bool>("--yes") { Description = "Allow all calls. Default: ask at a terminal; elsewhere the run stops with exit code 1." };
        var save = new Option<string?>("--save") { Description = "The file the run is written to, for report and check." };
        var json = new JsonOption { Description = "Print the run as JSON, for programs." };
        Add(yes);
        Add(save);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var question = await _shell.ReadAsync(parsed.GetRequiredValue(prompt), cancellationToken).ConfigureAwait(false);
            var recorder = parsed.GetValue(save) is null ? null : GlmRecorder.Record();
            var session = await agent.StartAsync(parsed, Approve(parsed.GetValue(yes)), recorder, cancellationToken).ConfigureAwait(false);
            await using var _ = session.ConfigureAwait(false);
            var run = await AskAsync(session.Agent, question, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
            if (recorder is not null)
            {
                await SavedRun.WriteAsync(parsed.GetValue(save)!, run, recorder.Cassette, cancellationToken).ConfigureAwait(false);
            }

            if (parsed.GetValue(json))
            {
                _shell.WriteJson(JsonNode.Parse(run.ToJson())!);
            }

            return run.StopReason == GlmStopReason.Answered ? ExitCode.Ok : ExitCode.NotFine;
        });
    }

    private async Task<GlmRun> AskAsync(GlmAgent agent, string question, bool isJson, CancellationToken cancellationToken)
    {
        var view = new RunView(_shell, _shell.Error);
        GlmRun? run = null;
        await foreach (var e in agent.StreamAsync(question, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!isJson)
            {
                view.Show(e);
            }

            run = (e as GlmRunStopped)?.Run ?? run;
        }

        view.End();
        foreach (var request in run!.PendingApprovals)
        {
            _shell.Notice($"{request.ToolName} waits for approval: {request.Text}; allow it with --yes.");
        }

        await _shell.Error.WriteLineAsync(_shell.Dim(RunSummary.Text(run))).ConfigureAwait(false);
        return run;
    }

    private Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>>? Approve(bool all)
        => all ? static (request, _) => new(request.Approve())
            : _shell.IsInteractive ? new ApprovalPrompt(_shell, _shell.Error).AskAsync : null;
}
