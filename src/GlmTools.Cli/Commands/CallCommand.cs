using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools call</c>: calls a tool as a model would. Whoever types the command has approved the call.</summary>
internal sealed class CallCommand : Command
{
    private readonly Shell _shell;

    public CallCommand(Shell shell)
        : base("call", "Bind arguments, validate them and call a tool, as a model would.")
    {
        _shell = shell;
        var name = new Argument<string>("tool") { Description = "The name of the tool." };
        var arguments = new Argument<string>("arguments") { Description = "A JSON object, or - to read it from the input. Default: {}.", DefaultValueFactory = static _ => "{}" };
        Add(name);
        Add(arguments);
        var tools = ToolsInput.Option(this);
        var dryRun = new Option<bool>("--dry-run") { Description = "Bind and validate only; no object is made, no method is called." };
        var json = new JsonOption();
        Add(dryRun);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var catalog = await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            var set = catalog.SetOf(parsed.GetRequiredValue(name));
            var utf8 = Encoding.UTF8.GetBytes(await _shell.ReadAsync(parsed.GetRequiredValue(arguments), cancellationToken).ConfigureAwait(false));
            var tool = parsed.GetRequiredValue(name);
            return parsed.GetValue(dryRun)
                ? Show(tool, set.Tools.Find(tool)!.Validate(utf8), parsed.GetValue(json))
                : await CallAsync(catalog, set, tool, utf8, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
        });
    }

    private async Task<int> CallAsync(ToolCatalog catalog, FoundSet set, string tool, byte[] arguments, bool isJson, CancellationToken cancellationToken)
    {
        var objects = ToolObjects.Of(catalog.Assembly);
        await using var _ = objects.ConfigureAwait(false);
        var context = new GlmToolContext { Services = objects.Services, Progress = new Notices(_shell) };
        var started = TimeProvider.System.GetTimestamp();
        var result = await objects.ToolsOf(set).Find(tool)!.InvokeAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        var seconds = Math.Round((decimal)TimeProvider.System.GetElapsedTime(started).TotalSeconds, 3);
        Show(tool, result, seconds, isJson);
        return result.IsError ? ExitCode.NotFine : ExitCode.Ok;
    }

    private int Show(string tool, GlmToolArguments arguments, bool isJson)
    {
        if (isJson)
        {
            var json = new JsonObject { ["tool"] = tool, ["called"] = false, ["failed"] = !arguments.IsValid };
            if (arguments.IsValid)
            {
                json["arguments"] = JsonNode.Parse(arguments.Utf8.Span);
            }

            BindingJson.AddTo(json, arguments.Error, arguments.Repairs);
            _shell.WriteJson(json);
        }
        else
        {
            ShowRepairs(arguments.Repairs);
            _shell.Out.WriteLine(Shell.Harmless(arguments.Error?.ToString() ?? arguments.ToString()));
        }

        return arguments.IsValid ? ExitCode.Ok : ExitCode.NotFine;
    }

    private void Show(string tool, GlmToolResult result, decimal seconds, bool isJson)
    {
        if (isJson)
        {
            var json = new JsonObject { ["tool"] = tool, ["called"] = result.Error is null, ["failed"] = result.IsError, ["result"] = result.Text, ["seconds"] = seconds };
            if (result.Exception is { } exception)
            {
                json["exception"] = $"{exception.GetType().FullName}: {exception.Message}";
            }

            BindingJson.AddTo(json, result.Error, result.Repairs);
            _shell.WriteJson(json);
            return;
        }

        ShowRepairs(result.Repairs);
        _shell.Out.WriteLine(Shell.Harmless(result.Text));
        if (result.Exception is { } thrown and not GlmToolException)
        {
            // The model is not told; whoever types the command wrote the method.
            _shell.Notice($"thrown: {thrown.GetType().FullName}: {thrown.Message.ReplaceLineEndings(" ")}");
        }

        _shell.Error.WriteLine(_shell.Dim(string.Create(CultureInfo.InvariantCulture, $"({seconds} s)")));
    }

    private void ShowRepairs(IReadOnlyList<string> repairs)
    {
        foreach (var repair in repairs)
        {
            _shell.Notice($"repaired {repair}");
        }
    }

    /// <summary>What a tool reports on its way.</summary>
    private sealed class Notices(Shell shell) : IProgress<string>
    {
        public void Report(string value) => shell.Notice($".. {value}");
    }
}
