using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Binding;
using GlmTools.Cli.Emulating;
using GlmTools.Cli.Options;
using GlmTools.Emulator;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools emulate</c>: the emulator as a server for any client in any language.</summary>
internal sealed class EmulateCommand : Command
{
    private const int MaxPort = 65535;

    public EmulateCommand(Shell shell)
        : base("emulate", "Serve a local GLM for any client in any language. Ctrl+C stops it.")
    {
        var scenario = new ScenarioOption();
        var fault = new Option<string?>("--fault") { Description = "Garble each answer as the real service and its hosts do; 'list' lists the ways." };
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 for a free one.", DefaultValueFactory = static _ => 8787 };
        var key = new Option<string?>("--api-key") { Description = "The key it accepts, id.secret. Default: a random one." };
        var json = new JsonOption();
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MaxPort)
            {
                result.AddError($"--port needs a number from 0 to {MaxPort}.");
            }
        });
        foreach (var option in new Option[] { scenario, fault, port, key, json })
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
                KeepExchanges = false,
            };
            await ServeAsync(shell, options, parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
    }

    private static async Task ServeAsync(Shell shell, GlmEmulatorOptions options, bool isJson, CancellationToken cancellationToken)
    {
        var emulator = await GlmEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using var _ = emulator.ConfigureAwait(false);
        if (isJson)
        {
            shell.WriteJson(Banner.Json(emulator));
        }
        else
        {
            await shell.Out.WriteLineAsync(Banner.Text(emulator)).ConfigureAwait(false);
        }

        await shell.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it is meant to end.
        }
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
