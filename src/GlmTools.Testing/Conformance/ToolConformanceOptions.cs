namespace GlmTools.Testing;

/// <summary>How tools are tried.</summary>
public sealed class ToolConformanceOptions
{
    /// <summary>Where chance begins: the same seed makes the same arguments. The default is 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How many arguments of each tool have several places changed, by chance. The default is 200; the ones with a single place
    /// changed are always all made.
    /// </summary>
    public int MixedArguments { get; init; } = 200;

    /// <summary>
    /// Whether to call the method with the arguments that fit, too, and to count it as a disagreement when it throws anything but a
    /// <see cref="GlmToolException"/>. The default is <see langword="false"/>: nothing is called.
    /// </summary>
    public bool CallsMethods { get; init; }

    /// <summary>What methods that are called may see. None by default.</summary>
    public GlmToolContext? Context { get; init; }
}
