namespace GlmTools;

/// <summary>A file of requests to answer (protocol sheet 8.7).</summary>
public sealed record GlmBatchRequest
{
    /// <summary>The uploaded file, such as <see cref="GlmBatchFile"/> writes it.</summary>
    public required string InputFileId { get; init; }

    /// <summary>What answers the requests. Default: <see cref="GlmBatchFile.ChatEndpoint"/>.</summary>
    public string Endpoint { get; init; } = GlmBatchFile.ChatEndpoint;

    /// <summary>Whether the service deletes the file afterwards; <see langword="null"/> (the default) for what it does by itself: it deletes it.</summary>
    public bool? AutoDeleteInputFile { get; init; }

    /// <summary>Notes of your own: 16 at most, keys of up to 64 characters, values of up to 512.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        FieldLimit.Text("input_file_id", InputFileId, 256);
        FieldLimit.Text("endpoint", Endpoint, 256);
        FieldLimit.Count("metadata", Metadata?.Count ?? 0, 0, 16);
        foreach (var (key, value) in Metadata ?? new Dictionary<string, string>())
        {
            FieldLimit.Length("A key of metadata", key, 1, 64);
            FieldLimit.Length($"metadata.{key}", value, 0, 512);
        }
    }
}
