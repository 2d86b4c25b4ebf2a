using System.Text.Json;

namespace GlmTools.Emulator;

/// <summary>A question that the service accepted, as the emulated assistant sees it.</summary>
public sealed record EmulatedAssistantRequest
{
    /// <summary>The <c>prompt</c>.</summary>
    public required string Prompt { get; init; }

    /// <summary>The conversation, a new one where the question named none.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The prompts of the conversation before this one, oldest first: the service keeps them.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>The files of <c>file_list</c>, which were uploaded before.</summary>
    public IReadOnlyList<EmulatedUpload> Files { get; init; } = [];

    /// <summary>The <c>meta_data</c>, or <see langword="null"/>.</summary>
    public JsonElement? MetaData { get; init; }

    /// <summary>How many accepted questions came before this one, over all conversations.</summary>
    public int PreviousRequests { get; init; }
}
