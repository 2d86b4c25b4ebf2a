namespace GlmTools;

/// <summary>A text to speak (protocol sheet 8.4).</summary>
public sealed record GlmSpeechRequest
{
    /// <summary>The text, 1 to 1024 characters.</summary>
    public required string Input { get; init; }

    /// <summary>The model. Default: <c>glm-tts</c>.</summary>
    public string Model { get; init; } = "glm-tts";

    /// <summary>The voice: <c>tongtong</c>, <c>chuichui</c>, <c>xiaochen</c>, or the id of a cloned one. Default: <c>tongtong</c>, as the service's.</summary>
    public string Voice { get; init; } = "tongtong";

    /// <summary><c>wav</c> or <c>pcm</c>. Default: <c>wav</c>, because it says itself how it is to be played; the service's own is <c>pcm</c>.</summary>
    public string ResponseFormat { get; init; } = "wav";

    /// <summary>How fast, 0.5 to 2; <see langword="null"/> (the default) for the voice's own pace.</summary>
    public double? Speed { get; init; }

    /// <summary>How loud, more than 0 and at most 10; <see langword="null"/> (the default) for the voice's own.</summary>
    public double? Volume { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        FieldLimit.Text("input", Input, 1024);
        FieldLimit.Text("model", Model, 128);
        FieldLimit.Text("voice", Voice, 128);
        FieldLimit.OneOf("response_format", ResponseFormat, "wav", "pcm");
        FieldLimit.Range("speed", Speed, 0.5, 2);
        if (Volume is { } volume && !(volume is > 0 and <= 10))
        {
            throw new ArgumentException(FormattableString.Invariant($"volume is {volume}; more than 0 and up to 10 is allowed."));
        }
    }
}
