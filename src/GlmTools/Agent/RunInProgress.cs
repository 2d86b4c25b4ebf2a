namespace GlmTools;

/// <summary>What a run has gathered so far.</summary>
internal sealed class RunInProgress(GlmConversation conversation)
{
    private readonly List<GlmToolCallFinished> _toolCalls = [];
    private GlmUsage _usage;

    public string Id { get; } = Guid.NewGuid().ToString("n");

    /// <summary>How often the model was asked.</summary>
    public int Turns { get; set; }

    /// <summary>The answer of this turn.</summary>
    public ModelAnswer Answer { get; private set; } = new();

    /// <summary>Starts a new answer; what was left of a failed one is paid for nevertheless.</summary>
    public ModelAnswer Begin()
    {
        _usage += Answer.Usage;
        return Answer = new ModelAnswer();
    }

    /// <summary>Puts the answer into the conversation, before any of its calls is executed.</summary>
    /// <returns>The calls to answer.</returns>
    public IReadOnlyList<GlmToolCall> Record(TurnCourse course)
    {
        // What the content filter stopped is withdrawn: sent back, it would have every later request refused.
        if (course.Stop == GlmStopReason.ContentFilter || (Answer.Calls.Count == 0 && string.IsNullOrWhiteSpace(Answer.Content)))
        {
            return [];
        }

        return conversation.AppendAnswer(Answer.Content, Answer.Calls, Answer.Reasoning);
    }

    public void Note(GlmRunEvent e)
    {
        if (e is GlmToolCallFinished finished)
        {
            _toolCalls.Add(finished);
        }
    }

    public GlmRun Finish(GlmStopReason reason) => new()
    {
        Id = Id,
        Text = reason == GlmStopReason.ContentFilter ? "" : Answer.Content?.Trim() ?? "",
        StopReason = reason,
        FinishReason = Answer.FinishReason,
        Conversation = conversation,
        Usage = _usage + Answer.Usage,
        Turns = Turns,
        ToolCalls = _toolCalls,
    };
}
