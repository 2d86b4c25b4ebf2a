using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Binding;
using GlmTools.Cli.Emulating;
using GlmTools.Cli.Options;
using GlmTools.Cli.Page;
using GlmTools.Emulator;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools emulate</c>: the emulator as a server for any client in any language.</summary>
internal sealed class EmulateCommand : Command
{
    public EmulateCommand(Shell shell)
        : base("emulate", "Serve a local GLM for any client in any language. Ctrl+C stops it.")
    {
        var scenario = new ScenarioOption();
        var fault = new Option<string?>("--fault") { Description = "Garble each answer as the real service and its hosts do; 'list' lists the ways." };
        var port = new PortOption(8787);
        var key = new Option<string?>("--api-key") { Description = "The key it accepts, id.secret. Default: a random one." };
        var ui = new Option<bool>("--ui") { Description = "Serve a page too, with the requests on a time axis. All traffic is kept for it until the emulator ends." };
        var json = new JsonOption();
        foreach (var option in new Option[] { scenario, fault, port, key, ui, json })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(fault) == "list")
            {
                ListFaults(shell, parsed.GetValue(json));
                return ExitCode.Ok;
            }

            var model = scenario.Load(parsed) ?? ScenarioModel.Weather;
            var options = new GlmEmulatorOptions
            {
                Model = parsed.GetValue(fault) is { } name ? model.WithFault(FaultOf(name)) : model,
                ApiKey = parsed.GetValue(key),
                Port = parsed.GetValue(port),
                KeepExchanges = parsed.GetValue(ui),
            };
            await ServeAsync(shell, options, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
    }

    private static async Task ServeAsync(Shell shell, GlmEmulatorOptions options, bool isJson, CancellationToken cancellationToken)
    {
        var emulator = await GlmEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using var _ = emulator.ConfigureAwait(false);
        var page = options.KeepExchanges ? await TrafficPage.StartAsync(emulator, shell, cancellationToken).ConfigureAwait(false) : null;
        await using var __ = (page ?? (IAsyncDisposable)emulator).ConfigureAwait(false);
        if (isJson)
        {
            var json = Banner.Json(emulator);
            if (page is not null)
            {
                json["page_url"] = page.Address.ToString();
            }

            shell.WriteJson(json);
        }
        else
        {
            await shell.Out.WriteLineAsync($"{Banner.Text(emulator)}{(page is null ? "" : $"\n\nPage            {page.Address}")}").ConfigureAwait(false);
        }

        await shell.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        await Interrupts.RaisedAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void ListFaults(Shell shell, bool isJson)
    {
        if (isJson)
        {
            shell.WriteJson(new JsonArray([.. FaultProfile.All.Select(static fault => new JsonObject { ["name"] = fault.Name, ["summary"] = fault.Summary })]));
            return;
        }

        var width = FaultProfile.All.Max(static fault => fault.Name.Length);
        foreach (var fault in FaultProfile.All)
        {
            shell.Out.WriteLine($"{fault.Name.PadRight(width)}  {fault.Summary}");
        }
    }

    private static FaultProfile FaultOf(string name)
    {
        var meant = NearestName.To(name, FaultProfile.All.Select(static fault => fault.Name)) is { } nearest ? $"did you mean '{nearest}'? " : "";
        return FaultProfile.Find(name) ?? throw new CliException($"'{name}' is no fault; {meant}--fault list lists them.");
    }
}
