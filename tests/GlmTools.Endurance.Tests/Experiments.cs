using System.Globalization;
using GlmTools.Endurance.Tests.Chaos;
using GlmTools.Endurance.Tests.Crowd;
using GlmTools.Endurance.Tests.Killing;
using GlmTools.Endurance.Tests.Overlap;

namespace GlmTools.Endurance.Tests;

/// <summary>The experiments as commands, to be run as long as one likes.</summary>
internal static class Experiments
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/GlmTools.Endurance.Tests -- COMMAND [NUMBER]
          chaos  [RUNS]    runs over a wire full of faults (default 10000)
          kill   [KILLS]   runs that are killed and resumed (default 300)
          crowd  [AGENTS]  agents at once in one process (default 1000)
          overlap          calls that start while the rest of the answer arrives, and calls that wait for it
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var number = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        switch (args)
        {
            case ["chaos", ..]:
                var chaos = new ChaosExperiment();
                await chaos.RunAsync(number ?? 10_000, Environment.TickCount % 1000);
                Console.WriteLine(string.Join("\n", chaos.Outcomes.OrderByDescending(static outcome => outcome.Value).Select(static outcome => $"{outcome.Value,7} {outcome.Key}")));
                return 0;
            case ["kill", ..]:
                var kill = new KillExperiment(Environment.TickCount);
                await kill.RunAsync(number ?? 300);
                Console.WriteLine($"{kill.Kills} kills in {kill.Runs} runs; {kill.Effects} effects that must not be repeated, each once; {kill.Interrupted} calls interrupted and told so");
                return 0;
            case ["crowd", ..]:
                var crowd = new CrowdExperiment();
                await crowd.RunAsync(number ?? 1000);
                Console.WriteLine($"{number ?? 1000} agents: {crowd.BytesPerAgent} bytes each in the middle of their runs; all answered after {crowd.Duration.TotalSeconds:0.0} s");
                return 0;
            case ["overlap"]:
                var (overlapped, after) = await OverlapExperiment.RunAsync();
                Console.WriteLine($"overlapped {overlapped.TotalMilliseconds:0} ms, one after the other {after.TotalMilliseconds:0} ms");
                return 0;
            case ["crowd-service"]:
                return await CrowdModel.ServeAsync();
            case ["victim", var address, var apiKey, var folder, var mode]:
                return await Victim.RunAsync(address, apiKey, folder, mode == "stream");
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
