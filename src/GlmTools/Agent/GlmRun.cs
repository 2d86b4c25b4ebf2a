namespace GlmTools;

/// <summary>What came of a run.</summary>
public sealed record GlmRun
{
    /// <summary>The id of the run, which its tools see as <see cref="GlmToolContext.RunId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The model's last text without the blank lines around it; empty where there is none.</summary>
    public required string Text { get; init; }

    /// <summary>Why the run ended.</summary>
    public required GlmStopReason StopReason { get; init; }

    /// <summary>What the service said about the end of the last answer; <see langword="null"/> where it said nothing.</summary>
    public GlmFinishReason? FinishReason { get; init; }

    /// <summary>The transcript. Hand it to the next run to go on.</summary>
    public required GlmConversation Conversation { get; init; }

    /// <summary>What all requests of the run cost together.</summary>
    public GlmUsage Usage { get; init; }

    /// <summary>How many answers the model gave.</summary>
    public int Turns { get; init; }

    /// <summary>The tool calls of the run with their results, in the order they finished.</summary>
    public IReadOnlyList<GlmToolCallFinished> ToolCalls { get; init; } = [];
}
