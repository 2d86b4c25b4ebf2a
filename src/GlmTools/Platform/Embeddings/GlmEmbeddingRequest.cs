namespace GlmTools;

/// <summary>Texts to turn into vectors (protocol sheet 8.1).</summary>
public sealed record GlmEmbeddingRequest
{
    /// <summary>The model, <c>embedding-3</c> or <c>embedding-2</c>. Default: <c>embedding-3</c>.</summary>
    public string Model { get; init; } = "embedding-3";

    /// <summary>The texts, as many as you like: the client sends as many at a time as the service takes.</summary>
    public required IReadOnlyList<string> Input { get; init; }

    /// <summary>
    /// The length of the vectors: 256, 512, 1024 or 2048 for <c>embedding-3</c>, always 1024 for <c>embedding-2</c>;
    /// <see langword="null"/> (the default) for the longest.
    /// </summary>
    public int? Dimensions { get; init; }

    /// <summary>An id of the end user.</summary>
    public string? User { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Input);
        FieldLimit.Text("model", Model, 128);
        for (var i = 0; i < Input.Count; i++)
        {
            FieldLimit.Text($"input[{i}]", Input[i], int.MaxValue);
        }

        // Another model may have other lengths; the service knows.
        switch (Model)
        {
            case "embedding-3":
                FieldLimit.OneOf("dimensions", Dimensions, 256, 512, 1024, 2048);
                break;
            case "embedding-2":
                FieldLimit.OneOf("dimensions", Dimensions, 1024);
                break;
        }
    }
}
