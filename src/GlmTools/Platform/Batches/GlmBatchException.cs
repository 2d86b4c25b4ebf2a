namespace GlmTools;

/// <summary>A batch ended without being completed, or was not done in time.</summary>
public sealed class GlmBatchException : GlmException
{
    internal GlmBatchException(GlmBatch batch, TimeSpan waited)
        : base(Describe(batch, waited))
        => Batch = batch;

    /// <summary>The batch as it was last. What it answered before it ended can be read from its files.</summary>
    public GlmBatch Batch { get; }

    private static string Describe(GlmBatch batch, TimeSpan waited)
    {
        if (!batch.Status.IsFinal)
        {
            return $"Batch {batch.Id} was not done within {waited.TotalSeconds:0.##} s. It goes on: ask for it later, or wait longer.";
        }

        var reasons = batch.Errors.Select(static error => error.Line is { } line ? $"line {line}: {error.Message}" : error.Message);
        return string.Join(" ", reasons.Prepend($"Batch {batch.Id} ended as {batch.Status}."));
    }
}
