using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;
using GlmTools.Cli.Page.Serving;
using GlmTools.Testing;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools inspect</c>: a local page with the tools, a chat that may call them, and its runs on a time axis.</summary>
internal sealed class InspectCommand : Command
{
    private readonly Shell _shell;
    private readonly ToolsInput _tools;
    private readonly AgentInput _agent;
    private readonly PortOption _port = new(0);
    private readonly JsonOption _json = new();

    public InspectCommand(Shell shell)
        : base("inspect", "Serve a local page with your tools: look at them, call them, chat, and read runs. Ctrl+C stops it.")
    {
        _shell = shell;
        _tools = ToolsInput.Argument(this);
        _agent = new AgentInput(this, shell, _tools);
        Add(_port);
        Add(_json);
        SetAction(async (parsed, cancellationToken) =>
        {
            await ServeAsync(parsed, cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
    }

    private async Task ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var catalog = await _tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
        var objects = ToolObjects.Of(catalog.Assembly);
        var tools = new InspectedTools(catalog, objects);
        var (offered, leftOut) = tools.ForChat();
        var (approvals, recorder, history) = (new PageApprovals(), GlmRecorder.Record(), new RunHistory());
        var session = await _agent.ConnectAsync(parsed, offered, objects, approvals.AskAsync, recorder, cancellationToken).ConfigureAwait(false);
        await using var _ = session.ConfigureAwait(false);
        IPageApi[] apis =
        [
            new AboutApi(Path.GetFileNameWithoutExtension(catalog.Assembly.Path), hasTools: true, session.Agent.Model, session.IsOffline),
            new ToolsApi(tools),
            new ChatApi(session.Agent, approvals, recorder, history, leftOut),
            new RunsApi(history, _shell),
        ];
        var page = await PageServer.StartAsync(parsed.GetValue(_port), _shell, apis, cancellationToken).ConfigureAwait(false);
        await using var __ = page.ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            _shell.WriteJson(new JsonObject { ["url"] = page.Address.ToString() });
        }
        else
        {
            await _shell.Out.WriteLineAsync($"Open {page.Address}\nThe address is only for you: who has it can call your tools. Ctrl+C stops it.").ConfigureAwait(false);
        }

        await _shell.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        await Interrupts.RaisedAsync(cancellationToken).ConfigureAwait(false);
    }
}
