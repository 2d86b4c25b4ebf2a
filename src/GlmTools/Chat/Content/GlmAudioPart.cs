namespace GlmTools;

/// <summary>What somebody said, up to 10 minutes; only <c>glm-4-voice</c> takes it (protocol sheet 3.2).</summary>
public sealed record GlmAudioPart : GlmContentPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="bytes">The recording.</param>
    /// <param name="format"><c>wav</c> or <c>mp3</c>.</param>
    /// <exception cref="ArgumentException">There is no recording, or the format is another one.</exception>
    public GlmAudioPart(ReadOnlyMemory<byte> bytes, string format)
    {
        Bytes = FileBytes.Checked(bytes, nameof(bytes));
        Format = format is "wav" or "mp3" ? format : throw new ArgumentException($"The format of audio is wav or mp3, not '{format}'.", nameof(format));
    }

    /// <summary>The recording.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary><c>wav</c> or <c>mp3</c>.</summary>
    public string Format { get; }

    /// <inheritdoc/>
    public override string Type => "input_audio";
}
