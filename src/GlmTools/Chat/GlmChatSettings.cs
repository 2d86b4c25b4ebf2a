using System.Text.Json;

namespace GlmTools;

/// <summary>
/// How a model is to answer: what a request may set besides model, messages and tools (protocol sheet 2.1). What is
/// <see langword="null"/> is not sent, so that the service's own default for the model holds.
/// </summary>
public record GlmChatSettings
{
    /// <summary>Creativity, 0 to 1; sent with two decimals. The defaults per model are in protocol sheet 2.2.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling, 0.01 to 1; sent with two decimals. Change this or <see cref="Temperature"/>, not both.</summary>
    public double? TopP { get; init; }

    /// <summary>The longest answer in tokens, 1 to 131072; the limit per model is lower for most (protocol sheet 2.3).</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether to sample; <see langword="false"/> always takes the likeliest token and ignores the two above.</summary>
    public bool? DoSample { get; init; }

    /// <summary>Texts at which the model stops. Four at most; only one is sure to work.</summary>
    public IReadOnlyList<string>? Stop { get; init; }

    /// <summary>Whether the model thinks first.</summary>
    public GlmThinking? Thinking { get; init; }

    /// <summary>
    /// How hard the model thinks (GLM-5.2 and later): <c>max</c>, <c>xhigh</c>, <c>high</c>, <c>medium</c>, <c>low</c>,
    /// <c>minimal</c> or <c>none</c>; the GLM-5.3 series takes only <c>low</c>, <c>high</c> and <c>max</c>.
    /// </summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Whether a stream carries tool calls piece by piece instead of each at once (GLM-4.6 and later).</summary>
    public bool? ToolStream { get; init; }

    /// <summary>The form of the answer.</summary>
    public GlmResponseFormat? ResponseFormat { get; init; }

    /// <summary>An id of the end user, 6 to 128 characters, for the service's abuse control. No personal data.</summary>
    public string? UserId { get; init; }

    /// <summary>Tools the service runs itself, such as a web search; none by default.</summary>
    public IReadOnlyList<GlmServerTool> ServerTools { get => field ?? []; init; }

    /// <summary>A number that makes answers repeatable, as far as they are. Only in SDKs, not in the current documentation.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether the service checks for sensitive words.</summary>
    public GlmSensitiveWordCheck? SensitiveWordCheck { get; init; }

    /// <summary>Who plays with whom; only for <c>charglm-4</c> and <c>emohaa</c>.</summary>
    public GlmCharacterMeta? Meta { get; init; }

    /// <summary>Whether what <c>glm-4-voice</c> says aloud carries a watermark.</summary>
    public bool? WatermarkEnabled { get; init; }

    /// <summary>
    /// Fields that this version does not know, sent as they are. How the service takes fields it does not know itself is not
    /// documented.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }
}
