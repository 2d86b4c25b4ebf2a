using System.Globalization;
using GlmTools.Endurance.Tests.Chaos;

namespace GlmTools.Endurance.Tests;

/// <summary>The experiments as commands, to be run as long as one likes.</summary>
internal static class Experiments
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/GlmTools.Endurance.Tests -- COMMAND [NUMBER]
          chaos  [RUNS]    runs over a wire full of faults (default 10000)
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
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
