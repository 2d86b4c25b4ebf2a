using System.Globalization;
using GlmTools.Binding;

namespace GlmTools.Emulator.CommandLine;

/// <summary>The options of the stand-alone emulator.</summary>
internal sealed class EmulatorArguments
{
    public static string Usage => $"""
        A local GLM service with scripted answers, for any client in any language.

        Usage: dotnet run --project src/GlmTools.Emulator -- [options]

          --port N             the port on 127.0.0.1; 0 for a free one (default 8787)
          --api-key ID.SECRET  the key to accept (default: a random one)
          --scenario FILE      what to answer (default: the built-in weather scenario)
          --fault NAME         garble each answer like the real service and its hosts do (default: none)
          --help               this text

        Faults; each leaves answers alone that it does not apply to:

        {string.Join('\n', FaultProfile.All.Select(static fault => $"  {fault.Name.PadRight(LongestName)}  {fault.Summary}"))}
        """;

    private static int LongestName => FaultProfile.All.Max(static fault => fault.Name.Length);

    public int Port { get; private set; } = 8787;

    public string? ApiKey { get; private set; }

    public string? Scenario { get; private set; }

    public FaultProfile? Fault { get; private set; }

    public bool Help { get; private set; }

    /// <exception cref="CommandLineException">An option is unknown, comes twice, or lacks a good value.</exception>
    public static EmulatorArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new EmulatorArguments();
        var seen = new HashSet<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var option = args[i];
            if (!seen.Add(option))
            {
                throw new CommandLineException($"{option} is given twice.");
            }

            if (option is "--help" or "-h")
            {
                parsed.Help = true;
                return parsed;
            }

            parsed.Set(option, i + 1 < args.Count ? args[++i] : null);
        }

        return parsed;
    }

    private void Set(string option, string? value)
    {
        switch (option)
        {
            case "--port":
                Port = ParsePort(Required(option, value));
                break;
            case "--api-key":
                ApiKey = Required(option, value);
                break;
            case "--scenario":
                Scenario = Required(option, value);
                break;
            case "--fault":
                Fault = FindFault(Required(option, value));
                break;
            default:
                throw new CommandLineException($"'{option}' is no option; --help lists them.");
        }
    }

    private static string Required(string option, string? value)
        => value is null || value.StartsWith("--", StringComparison.Ordinal) ? throw new CommandLineException($"{option} needs a value; --help shows it.") : value;

    private static int ParsePort(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new CommandLineException("--port needs a number from 0 to 65535.");

    private static FaultProfile FindFault(string name)
    {
        if (FaultProfile.Find(name) is { } fault)
        {
            return fault;
        }

        var meant = NearestName.To(name, FaultProfile.All.Select(static fault => fault.Name)) is { } nearest ? $"did you mean '{nearest}'? " : "";
        throw new CommandLineException($"'{name}' is no fault; {meant}--help lists them.");
    }
}
