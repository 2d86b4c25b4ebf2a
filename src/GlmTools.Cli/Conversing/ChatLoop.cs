using System.Text.Json.Nodes;
using GlmTools.Binding;

namespace GlmTools.Cli.Conversing;

/// <summary>Reads a line, answers it, and again.</summary>
/// <param name="agent">Who answers.</param>
/// <param name="shell">Where it is read and printed.</param>
/// <param name="isJson">Whether each answer is printed as a line of JSON, for programs.</param>
internal sealed class ChatLoop(GlmAgent agent, Shell shell, bool isJson)
{
    private const string Help = """
        /tools       what the model can call, and what that takes of each request
        /cost        what this chat has taken
        /undo        take back the last question and all that followed
        /save FILE   write the conversation to a file, as the JSON that goes over the wire
        /exit        end; so does Ctrl+D. Ctrl+C only cancels an answer
        """;

    private readonly GlmConversation _conversation = new();
    private readonly List<GlmTurn> _turns = [];

    // A program that reads JSON is not disturbed by prompts.
    private TextWriter Aside => isJson ? shell.Error : shell.Out;

    /// <summary>Runs until there is no more line, or <c>/exit</c>.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken).ConfigureAwait(false) is { } line && line is not ("/exit" or "/quit"))
        {
            try
            {
                if (line.StartsWith('/'))
                {
                    await ExecuteAsync(line, cancellationToken).ConfigureAwait(false);
                }
                else if (line.Length > 0)
                {
                    await AnswerAsync(line).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (shell.IsInteractive && failure is GlmException or IOException or UnauthorizedAccessException)
            {
                // A person reads it and goes on; a script should end.
                shell.Notice($"error: {failure.Message.ReplaceLineEndings(" ")}");
            }
        }

        return ExitCode.Ok;
    }

    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        await Aside.WriteAsync("\nyou> ").ConfigureAwait(false);
        await Aside.FlushAsync(cancellationToken).ConfigureAwait(false);
        var line = await shell.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (line is null || !shell.IsInteractive)
        {
            await Aside.WriteLineAsync(line).ConfigureAwait(false);
        }

        return line?.Trim();
    }

    private async Task AnswerAsync(string question)
    {
        var view = new RunView(shell, Aside);
        using var interrupted = shell.Interrupts.Divert();
        try
        {
            await foreach (var e in agent.StreamAsync(question, _conversation, interrupted.Token).ConfigureAwait(false))
            {
                if (e is GlmUsageReported reported)
                {
                    _turns.Add(reported.Turn);
                }

                if (!isJson)
                {
                    view.Show(e);
                }

                if (e is GlmRunStopped { Run: var run })
                {
                    view.End();
                    await shell.Out.WriteLineAsync(isJson ? ToolJson.Text(json => RunSummary.Json(question, run).WriteTo(json)) : shell.Dim(RunSummary.Text(run))).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested && !shell.Interrupts.Token.IsCancellationRequested)
        {
            // All calls are answered by now. With this as the answer the conversation can go on.
            await _conversation.AddAsync(GlmChatMessage.Assistant("(The user cancelled this answer.)"), CancellationToken.None).ConfigureAwait(false);
            view.End();
            await Aside.WriteLineAsync(shell.Dim("(cancelled)")).ConfigureAwait(false);
        }
        finally
        {
            shell.Interrupts.EndDiversion();
            view.End();
        }
    }

    private async Task ExecuteAsync(string line, CancellationToken cancellationToken)
    {
        var (name, argument) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : (line, "");
        switch (name)
        {
            case "/tools":
                foreach (var tool in agent.Tools)
                {
                    await Aside.WriteLineAsync(Shell.Harmless($"{tool.Name}: {tool.Description} (~{tool.EstimatedTokens} tokens)")).ConfigureAwait(false);
                }

                break;
            case "/cost":
                await Aside.WriteLineAsync(Cost()).ConfigureAwait(false);
                break;
            case "/undo":
                await Aside.WriteLineAsync(await _conversation.UndoAsync(cancellationToken).ConfigureAwait(false) ? "The last question is taken back." : "There is nothing to take back.").ConfigureAwait(false);
                break;
            case "/save" when argument.Length > 0:
                await File.WriteAllTextAsync(argument, $"{Shell.Json(JsonNode.Parse(_conversation.ToJson())!)}\n", cancellationToken).ConfigureAwait(false);
                await Aside.WriteLineAsync($"{_conversation.Messages.Count} messages are in {Path.GetFullPath(argument)}.").ConfigureAwait(false);
                break;
            default:
                await Aside.WriteLineAsync(name is "/help" ? Help : $"There is no {Shell.Harmless(line)}.\n{Help}").ConfigureAwait(false);
                break;
        }
    }

    private string Cost()
    {
        var usage = _turns.Aggregate(default(GlmUsage), static (sum, turn) => sum + turn.Usage);
        var cost = _turns.Count > 0 && _turns.TrueForAll(static turn => turn.Cost is not null)
            ? _turns.Select(static turn => turn.Cost!.Value).Aggregate(static (sum, each) => sum + each).ToString()
            : _turns.Count == 0 ? "nothing" : "price unknown";
        return $"{_turns.Count} turns, {usage.PromptTokens} + {usage.CompletionTokens} tokens, {cost}";
    }
}
