using System.CommandLine;
using GlmTools.Emulator;

namespace GlmTools.Cli.Options;

/// <summary><c>--scenario</c>: what the emulator says.</summary>
internal sealed class ScenarioOption : Option<string?>
{
    public ScenarioOption()
        : base("--scenario") => Description = "The file with what the emulator says (docs/emulator.md).";

    /// <summary>The model that was asked for, or <see langword="null"/>.</summary>
    /// <exception cref="CliException">The file holds no usable scenario.</exception>
    public IEmulatedModel? Load(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(this) is { } path ? ScenarioModel.Load(path) : null;
        }
        catch (ScenarioException unusable)
        {
            throw new CliException($"{parsed.GetValue(this)}: {unusable.Message}");
        }
    }
}
