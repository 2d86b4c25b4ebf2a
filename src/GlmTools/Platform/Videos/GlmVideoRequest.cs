using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>A video to make (protocol sheet 8.3). What is <see langword="null"/> is not sent.</summary>
public sealed record GlmVideoRequest
{
    /// <summary>The model, such as <c>cogvideox-3</c> or <c>viduq1-text</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What to see in it, at most 512 characters. May be left out where there are images.</summary>
    public string? Prompt { get; init; }

    /// <summary>Images to begin with, to end with, or to take things from, by URL or as base64. A single one goes as a string, several as an array.</summary>
    [JsonPropertyName("image_url")]
    [JsonConverter(typeof(OneOrManyConverter))]
    public IReadOnlyList<string>? ImageUrls { get; init; }

    /// <summary><c>speed</c> or <c>quality</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>Whether it has sound.</summary>
    public bool? WithAudio { get; init; }

    /// <summary>Its size.</summary>
    public GlmImageSize? Size { get; init; }

    /// <summary>Frames a second, 30 or 60.</summary>
    public int? Fps { get; init; }

    /// <summary>Its length in seconds, 5 or 10.</summary>
    public int? Duration { get; init; }

    /// <summary>An id for the request, never used before.</summary>
    public string? RequestId { get; init; }

    /// <summary>An id of the end user.</summary>
    public string? UserId { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        FieldLimit.Text("model", Model, 128);
        FieldLimit.Length("prompt", Prompt, 1, 512);
        FieldLimit.OneOf("quality", Quality, "speed", "quality");
        FieldLimit.OneOf("fps", Fps, 30, 60);
        FieldLimit.OneOf("duration", Duration, 5, 10);
        if (Prompt is null && ImageUrls is null or [])
        {
            throw new ArgumentException("prompt and image_url are both empty; a video is made of one of them at least.");
        }
    }
}
