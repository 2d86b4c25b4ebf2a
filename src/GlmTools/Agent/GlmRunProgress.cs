namespace GlmTools;

/// <summary>How far a run got.</summary>
public sealed record GlmRunProgress
{
    /// <summary>The id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>The number of the turn that begins, or that has just ended, from 1.</summary>
    public required int Turn { get; init; }

    /// <summary>The transcript.</summary>
    public required GlmConversation Conversation { get; init; }

    /// <summary>The tools of the agent.</summary>
    public required GlmToolSet Tools { get; init; }

    /// <summary>How many tool calls were executed.</summary>
    public int ToolCalls { get; init; }

    /// <summary>What all requests so far took.</summary>
    public GlmUsage Usage { get; init; }

    /// <summary>What they cost; <see langword="null"/> where a price is not known.</summary>
    public GlmCost? Cost { get; init; }

    /// <summary>The text of the last answer; empty where there is none.</summary>
    public string Text { get; init; } = "";
}
