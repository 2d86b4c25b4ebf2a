using System.CommandLine;
using GlmTools.Cli.Conversing;
using GlmTools.Cli.Loading;
using GlmTools.Emulator;

namespace GlmTools.Cli.Options;

/// <summary>The symbols that make an agent: its tools, its model, what it is told, and where the model is.</summary>
internal sealed class AgentInput
{
    private readonly Shell _shell;
    private readonly ToolsInput _tools;
    private readonly ModelOption _model = new();
    private readonly ScenarioOption _scenario = new();
    private readonly Option<string?> _system = new("--system") { Description = "What the model is to be and to do. Default: nothing." };
    private readonly Option<string?> _baseUrl = new("--base-url") { Description = "The service, with the key of the environment. Default: that of the environment." };

    /// <param name="command">The command that gets the symbols.</param>
    /// <param name="shell">Where the key may be.</param>
    /// <param name="tools">Where the tools are, if the command has said so already.</param>
    public AgentInput(Command command, Shell shell, ToolsInput? tools = null)
    {
        _shell = shell;
        _tools = tools ?? ToolsInput.Optional(command);
        foreach (var option in new Option[] { _model, _system, _baseUrl, _scenario })
        {
            command.Add(option);
        }
    }

    /// <summary>Makes the agent.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="approve">Asks before calls that want it; <see langword="null"/> to suspend the run instead.</param>
    /// <param name="handler">What sends the requests; <see langword="null"/> for the default.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AgentSession> StartAsync(
        ParseResult parsed, Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>>? approve, HttpMessageHandler? handler, CancellationToken cancellationToken)
    {
        var (tools, objects) = (GlmToolSet.Empty, default(ToolObjects));
        if (_tools.IsGiven(parsed))
        {
            var catalog = await _tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            objects = ToolObjects.Of(catalog.Assembly);
            tools = ToolCatalog.Join(catalog.Sets.Select(objects.ToolsOf));
        }

        return await ConnectAsync(parsed, tools, objects, approve, handler, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the agent, with tools that are loaded.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="tools">The tools.</param>
    /// <param name="objects">Their objects; disposed with the session.</param>
    /// <param name="approve">Asks before calls that want it; <see langword="null"/> to suspend the run instead.</param>
    /// <param name="handler">What sends the requests; <see langword="null"/> for the default.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AgentSession> ConnectAsync(
        ParseResult parsed,
        GlmToolSet tools,
        ToolObjects? objects,
        Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>>? approve,
        HttpMessageHandler? handler,
        CancellationToken cancellationToken)
    {
        var client = new GlmClientOptions { BaseAddress = parsed.GetValue(_baseUrl) is { } url ? Address(url) : null, Handler = handler };
        var service = await ModelService.StartAsync(_shell, Offline(parsed, tools), client, cancellationToken).ConfigureAwait(false);
        var options = new GlmAgentOptions { Instructions = parsed.GetValue(_system), Prices = service.Prices, Services = objects?.Services, Approve = approve };
        return new(new GlmAgent(service.Client, parsed.GetRequiredValue(_model), tools, options), service, objects);
    }

    private IEmulatedModel Offline(ParseResult parsed, GlmToolSet tools) => _scenario.Load(parsed) ?? (IEmulatedModel)new OfflineModel(tools);

    private static Uri Address(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address
            : throw new CliException($"--base-url is no URL: '{text}'; it looks like {GlmClientOptions.Mainland}.");
}
