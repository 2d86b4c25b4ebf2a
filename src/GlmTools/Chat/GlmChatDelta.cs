using System.Text.Json;

namespace GlmTools;

/// <summary>What a chunk adds to the answer: at first reasoning, then text, tool calls or both.</summary>
public readonly record struct GlmChatDelta
{
    /// <summary>The delta of a chunk that adds nothing.</summary>
    public static GlmChatDelta Empty => default;

    /// <summary>The next piece of the text.</summary>
    public string? Content { get; init; }

    /// <summary>The next piece of the reasoning.</summary>
    public string? ReasoningContent { get; init; }

    /// <summary>The next pieces of the tool calls.</summary>
    public GlmToolCallDeltas ToolCalls { get; init; }

    /// <summary>The next piece of what the model says aloud; <see langword="null"/> for models that do not.</summary>
    public GlmAudio? Audio { get; init; }

    /// <summary>Fields of the delta that this version does not know; those that are null are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }
}
