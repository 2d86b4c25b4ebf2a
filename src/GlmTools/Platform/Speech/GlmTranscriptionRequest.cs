namespace GlmTools;

/// <summary>Speech to write down (protocol sheet 8.4).</summary>
public sealed record GlmTranscriptionRequest
{
    /// <summary>The audio: .wav or .mp3, at most 25 MB and 30 seconds.</summary>
    public required GlmUpload File { get; init; }

    /// <summary>The model. Default: <c>glm-asr-2512</c>.</summary>
    public string Model { get; init; } = "glm-asr-2512";

    /// <summary>What was said before, as context.</summary>
    public string? Prompt { get; init; }

    /// <summary>Names and terms to listen for, 100 at most.</summary>
    public IReadOnlyList<string>? Hotwords { get; init; }

    /// <summary>An id for the request, never used before.</summary>
    public string? RequestId { get; init; }

    /// <summary>An id of the end user, 6 to 128 characters.</summary>
    public string? UserId { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(File);
        FieldLimit.Text("model", Model, 128);
        FieldLimit.Count("hotwords", Hotwords?.Count ?? 0, 0, 100);
        FieldLimit.Length("user_id", UserId, 6, 128);
    }
}
