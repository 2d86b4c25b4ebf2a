namespace GlmTools;

/// <summary>What came of asking for approval: an answer for the model, arguments to call the method with, or neither as long as nobody has decided.</summary>
internal readonly record struct ApprovalOutcome
{
    /// <summary>What the model is told instead of a result.</summary>
    public GlmToolResult? Answer { get; init; }

    /// <summary>What the method is called with.</summary>
    public ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>What is added to the result, for the model to know that the arguments were not its own.</summary>
    public string? Note { get; init; }

    public bool IsPending { get; init; }
}
