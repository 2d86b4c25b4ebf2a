namespace GlmTools;

/// <summary>Why the file of a batch cannot be used.</summary>
public sealed record GlmBatchError
{
    /// <summary>The business code.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Message { get; init; }

    /// <summary>The field it is about.</summary>
    public string? Param { get; init; }

    /// <summary>The line of the file.</summary>
    public int? Line { get; init; }
}
