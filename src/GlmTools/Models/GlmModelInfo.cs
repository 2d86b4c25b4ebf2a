namespace GlmTools;

/// <summary>What is known of a model: its limits, and what it takes (protocol sheet 2 and 11). What it costs is in <see cref="GlmPriceTable"/>.</summary>
public sealed record GlmModelInfo
{
    /// <summary>The model's full id, such as <c>glm-4-flash</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Prompt and answer together, in tokens; <see langword="null"/> where it is not known for certain. It is the nominal figure,
    /// of which K is 1,000; others have been reported, so keep a margin.
    /// </summary>
    public long? ContextTokens { get; init; }

    /// <summary>The longest answer, in tokens; <see langword="null"/> where it is not known.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The longest answer where <see cref="GlmChatSettings.MaxTokens"/> is not set; <see langword="null"/> where it is not known or depends on the request.</summary>
    public int? DefaultMaxTokens { get; init; }

    /// <summary>The temperature where none is set; <see langword="null"/> where it is not known.</summary>
    public double? Temperature { get; init; }

    /// <summary>The nucleus where none is set; <see langword="null"/> where it is not known.</summary>
    public double? TopP { get; init; }

    /// <summary>Whether it thinks first.</summary>
    public GlmThinkingRule Thinking { get; init; }

    /// <summary>The values of <see cref="GlmChatSettings.ReasoningEffort"/> it takes; empty for a model the setting is not meant for.</summary>
    public IReadOnlyList<string> ReasoningEfforts { get => field ?? []; init; }

    /// <summary>Whether it takes images, videos and files.</summary>
    public bool Vision { get; init; }

    /// <summary>How many images a message may have; <see langword="null"/> where it is not known.</summary>
    public int? MaxImages { get; init; }

    /// <summary>Whether it takes images only by URL, not as bytes.</summary>
    public bool ImagesByUrlOnly { get; init; }

    /// <summary>Whether it takes audio.</summary>
    public bool Audio { get; init; }

    /// <summary>Whether it takes tools; <see langword="null"/> where it is not known.</summary>
    public bool? Tools { get; init; }

    /// <summary>Whether it streams tool calls piece by piece where <see cref="GlmChatSettings.ToolStream"/> is set.</summary>
    public bool ToolStream { get; init; }
}
