namespace GlmTools;

/// <summary>The errors of a batch, in the envelope they come in.</summary>
internal sealed record BatchErrors
{
    public IReadOnlyList<GlmBatchError> Data { get => field ?? []; init; }
}
