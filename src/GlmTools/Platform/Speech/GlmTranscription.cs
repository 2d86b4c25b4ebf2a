namespace GlmTools;

/// <summary>Speech, written down (protocol sheet 8.4).</summary>
public sealed record GlmTranscription
{
    /// <summary>What was said.</summary>
    public required string Text { get; init; }

    /// <summary>The id of the answer. Opaque.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that wrote it down.</summary>
    public string? Model { get; init; }
}
