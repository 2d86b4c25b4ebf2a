using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>How far a batch is (protocol sheet 8.7). A status this version does not know is kept as it came.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(BatchStatusConverter))]
public readonly record struct GlmBatchStatus(string Value)
{
    /// <summary>The file is being looked through.</summary>
    public static GlmBatchStatus Validating { get; } = new("validating");

    /// <summary>The file cannot be used; <see cref="GlmBatch.Errors"/> says why.</summary>
    public static GlmBatchStatus Failed { get; } = new("failed");

    /// <summary>The requests are being answered.</summary>
    public static GlmBatchStatus InProgress { get; } = new("in_progress");

    /// <summary>The results are being written.</summary>
    public static GlmBatchStatus Finalizing { get; } = new("finalizing");

    /// <summary>The results are there. Single requests may have failed.</summary>
    public static GlmBatchStatus Completed { get; } = new("completed");

    /// <summary>It took too long and was given up.</summary>
    public static GlmBatchStatus Expired { get; } = new("expired");

    /// <summary>It is being cancelled.</summary>
    public static GlmBatchStatus Cancelling { get; } = new("cancelling");

    /// <summary>It was cancelled.</summary>
    public static GlmBatchStatus Cancelled { get; } = new("cancelled");

    /// <summary>Whether nothing more will come.</summary>
    public bool IsFinal => this == Completed || this == Failed || this == Expired || this == Cancelled;

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
