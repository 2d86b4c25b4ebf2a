namespace GlmTools;

/// <summary>Whether the model thinks before it answers (GLM-4.5 and later; which model obeys what: protocol sheet 2.4).</summary>
/// <param name="Type"><c>enabled</c> or <c>disabled</c>.</param>
public sealed record GlmThinking(string Type)
{
    /// <summary>The model thinks: the service's default.</summary>
    public static GlmThinking Enabled { get; } = new("enabled");

    /// <summary>The model answers at once. Models that always think refuse it.</summary>
    public static GlmThinking Disabled { get; } = new("disabled");

    /// <summary>
    /// Whether the service forgets the reasoning of earlier turns (GLM-4.7 and later). <see langword="null"/> for its
    /// default: <see langword="true"/>, but <see langword="false"/> at the Coding Plan's URL.
    /// </summary>
    public bool? ClearThinking { get; init; }
}
