using System.Text.Json;

namespace GlmTools;

/// <summary>An answer of the model. There is one in each completion (protocol sheet 4.2).</summary>
public sealed record GlmChatChoice
{
    /// <summary>The position in the list.</summary>
    public int Index { get; init; }

    /// <summary>The answer.</summary>
    public required GlmChatMessage Message { get; init; }

    /// <summary>Why the model stopped; <see langword="null"/> where the service does not say.</summary>
    public GlmFinishReason? FinishReason { get; init; }

    /// <summary>Fields of the choice that this version does not know; those that are null are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }
}
