namespace GlmTools;

/// <summary>
/// Starts calls while the answer they are part of is still arriving: as soon as the model has gone on to the next one, strictly in
/// order. What cannot be undone, and what a person has to approve, waits until the whole answer is there.
/// </summary>
/// <param name="calls">The calls of the turn.</param>
/// <param name="tools">The tools of the turn.</param>
/// <param name="conversation">The transcript.</param>
/// <param name="final">The function for the final answer, which is no call; <see langword="null"/> for none.</param>
internal sealed class EarlyCalls(TurnCalls calls, TurnTools tools, GlmConversation conversation, GlmTool? final)
{
    public bool HasStarted => calls.HasStarted;

    /// <summary>Starts what is finished.</summary>
    public void StartFinished(ModelAnswer answer)
    {
        while (answer.TryTakeFinished(out var call) && tools.Find(call.Name) is { } tool && MayStart(tool, call))
        {
            answer.Close();
            calls.StartEarly(new RecordedCall(conversation.WithUsableId(call, calls.Started), tool));
        }
    }

    // Some servers send an empty object first and the members after it; only a tool without parameters is sure to have no more.
    private bool MayStart(GlmTool tool, GlmToolCall call)
        => tool != final
            && tool.Policy is { Effect: not GlmToolEffect.Destructive, RequiresApproval: false }
            && (call.Arguments.Contains('"', StringComparison.Ordinal) || tool.Utf8Definition.EndsWith("\"properties\":{}}}}"u8));
}
