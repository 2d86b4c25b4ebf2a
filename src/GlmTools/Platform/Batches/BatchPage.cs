namespace GlmTools;

/// <summary>Some of the batches.</summary>
internal sealed record BatchPage
{
    public required IReadOnlyList<GlmBatch> Data { get; init; }

    public bool? HasMore { get; init; }
}
