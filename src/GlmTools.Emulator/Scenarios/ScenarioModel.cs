using System.Text;
using GlmTools.Emulator.Scenarios;

namespace GlmTools.Emulator;

/// <summary>A model that follows a scenario: the first rule that fits the last messages gives the answer. It understands nothing.</summary>
public sealed class ScenarioModel : IEmulatedModel
{
    private readonly IReadOnlyList<ScenarioRule> _rules;
    private readonly string _fallback;

    internal ScenarioModel(IReadOnlyList<ScenarioRule> rules, string fallback)
    {
        _rules = rules;
        _fallback = fallback;
    }

    /// <summary>The built-in scenario: weather questions and trip plans in Chinese and English.</summary>
    public static ScenarioModel Weather { get; } = Parse(ReadWeather());

    /// <summary>Reads a scenario file.</summary>
    /// <param name="path">The file, JSON in UTF-8.</param>
    /// <exception cref="ScenarioException">The file holds no usable scenario.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ScenarioModel Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a scenario; comments and trailing commas are allowed.</summary>
    /// <param name="json">The scenario.</param>
    /// <exception cref="ScenarioException">It is not usable.</exception>
    public static ScenarioModel Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ScenarioReader.Read(json);
    }

    /// <inheritdoc/>
    public EmulatedReply Reply(EmulatedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ScenarioRule.FirstReply(_rules, ScenarioTurn.Of(request)) ?? EmulatedReply.Say(_fallback);
    }

    private static string ReadWeather()
    {
        // The file is embedded by the project file; without it the assembly is not this one.
        using var resource = typeof(ScenarioModel).Assembly.GetManifestResourceStream("weather.json")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
