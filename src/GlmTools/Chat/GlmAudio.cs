namespace GlmTools;

/// <summary>What <c>glm-4-voice</c> says aloud (protocol sheet 4.2).</summary>
public sealed record GlmAudio
{
    /// <summary>Its id. An assistant message that is sent back carries nothing else of it.</summary>
    public string? Id { get; init; }

    /// <summary>The sound in base64, or the next piece of it in a stream.</summary>
    public string? Data { get; init; }

    /// <summary>Until when the id can be sent back, in Unix seconds; 0 where the service does not say.</summary>
    public long ExpiresAt { get; init; }
}
