namespace GlmTools;

/// <summary>An image to make (protocol sheet 8.2).</summary>
public sealed record GlmImageRequest
{
    /// <summary>The model, such as <c>cogview-4</c> or <c>glm-image</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What to see on it.</summary>
    public required string Prompt { get; init; }

    /// <summary>
    /// Its size. <c>glm-image</c>: edges of 1024 to 2048 in steps of 32, at most 2^22 pixels; <c>cogview</c> models: 512 to 2048 in
    /// steps of 16, at most 2^21 pixels. <see langword="null"/> (the default) for 1280x1280 and 1024x1024.
    /// </summary>
    public GlmImageSize? Size { get; init; }

    /// <summary><c>hd</c> or <c>standard</c>; <c>glm-image</c> knows only <c>hd</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>Whether a watermark is put on it.</summary>
    public bool? WatermarkEnabled { get; init; }

    /// <summary>An id of the end user, 6 to 128 characters.</summary>
    public string? UserId { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        FieldLimit.Text("model", Model, 128);
        FieldLimit.Text("prompt", Prompt, int.MaxValue);
        FieldLimit.Length("user_id", UserId, 6, 128);
        if (Model == "glm-image")
        {
            FieldLimit.OneOf("quality", Quality, "hd");
            Size?.Validate(Model, step: 32, least: 1024, most: 2048, mostPixels: 1 << 22);
            return;
        }

        FieldLimit.OneOf("quality", Quality, "hd", "standard");
        if (Model.StartsWith("cogview", StringComparison.Ordinal))
        {
            Size?.Validate(Model, step: 16, least: 512, most: 2048, mostPixels: 1 << 21);
        }
    }
}
