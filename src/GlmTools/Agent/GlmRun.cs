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

    /// <summary>What all requests of the run took together, those of agents it called as tools included.</summary>
    public GlmUsage Usage { get; init; }

    /// <summary>What they cost; <see langword="null"/> where the price of a model is not known.</summary>
    public GlmCost? Cost { get; init; }

    /// <summary>The turns: each time the model was asked, with what that took.</summary>
    public IReadOnlyList<GlmTurn> Turns { get; init; } = [];

    /// <summary>The tool calls of the run with their results, in the order they finished.</summary>
    public IReadOnlyList<GlmToolCallFinished> ToolCalls { get; init; } = [];

    /// <summary>The calls that wait for approval; empty unless <see cref="StopReason"/> is <see cref="GlmStopReason.ApprovalNeeded"/>.</summary>
    public IReadOnlyList<GlmApprovalRequest> PendingApprovals { get; init; } = [];

    /// <summary>The run as JSON, with its whole transcript, for <see cref="Parse"/> to read in another process.</summary>
    public string ToJson() => RunWriter.Write(this);

    /// <summary>Reads a run that <see cref="ToJson"/> wrote, such as one that waits for approval.</summary>
    /// <param name="json">The run.</param>
    /// <exception cref="GlmException">It is none.</exception>
    public static GlmRun Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return RunReader.Read(json);
    }
}
