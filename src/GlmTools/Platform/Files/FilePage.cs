namespace GlmTools;

/// <summary>Some of the files.</summary>
internal sealed record FilePage
{
    public required IReadOnlyList<GlmFile> Data { get; init; }

    public bool? HasMore { get; init; }
}
