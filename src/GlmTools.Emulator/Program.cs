using System.Runtime.InteropServices;
using GlmTools.Emulator.CommandLine;

namespace GlmTools.Emulator;

internal static class Program
{
    private const int Failed = 1;
    private const int BadUsage = 2;

    private static async Task<int> Main(string[] args)
    {
        try
        {
            var arguments = EmulatorArguments.Parse(args);
            if (arguments.Help)
            {
                Console.WriteLine(EmulatorArguments.Usage);
                return 0;
            }

            await RunAsync(arguments).ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception) when (exception is CommandLineException or ArgumentException)
        {
            return Complain(exception, BadUsage);
        }
        catch (Exception exception) when (exception is ScenarioException or IOException or UnauthorizedAccessException)
        {
            return Complain(exception, Failed);
        }
    }

    private static async Task RunAsync(EmulatorArguments arguments)
    {
        IEmulatedModel model = arguments.Scenario is null ? ScenarioModel.Weather : ScenarioModel.Load(arguments.Scenario);
        var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = arguments.Fault is { } fault ? model.WithFault(fault) : model,
            ApiKey = arguments.ApiKey,
            Port = arguments.Port,
            KeepExchanges = false,
        }).ConfigureAwait(false);
        await using var _ = emulator.ConfigureAwait(false);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = StopOn(PosixSignal.SIGINT, stopped);
        using var terminate = StopOn(PosixSignal.SIGTERM, stopped);
        Console.WriteLine($"""
            GLM emulator: the wire is real, the answers are scripted. Ctrl+C stops it.

              base URL   {emulator.BaseAddress}
              API key    {emulator.ApiKey}

            Point a client at it:

              export ZHIPUAI_BASE_URL={emulator.BaseAddress}
              export ZHIPUAI_API_KEY={emulator.ApiKey}

            The third version and the QingYan assistants are there too:

              V3         {emulator.V3Address}
              QingYan    {emulator.QingYan.BaseAddress}
                         api_key {emulator.QingYan.ApiKey}, api_secret {emulator.QingYan.ApiSecret}, assistant_id {emulator.QingYan.AssistantId}
            """);
        await stopped.Task.ConfigureAwait(false);
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, TaskCompletionSource stopped) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stopped.TrySetResult();
    });

    private static int Complain(Exception exception, int exitCode)
    {
        Console.Error.WriteLine(exception.Message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
