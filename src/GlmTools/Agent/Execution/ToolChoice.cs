namespace GlmTools;

/// <summary>Which tools the model has in a turn, and had in the one that left calls open.</summary>
/// <param name="agent">The agent.</param>
/// <param name="run">The run.</param>
internal sealed class ToolChoice(GlmAgent agent, RunInProgress run)
{
    private TurnTools? _ofOpenCalls;
    private TurnTools? _latest;

    /// <summary>The tools of the turn that begins.</summary>
    /// <param name="isOver">Whether nothing but the final answer is wanted any more.</param>
    /// <param name="cancellationToken">Cancels the choice.</param>
    public async ValueTask<TurnTools> NextAsync(bool isOver, CancellationToken cancellationToken)
    {
        var last = run.Turn >= agent.Options.MaxTurns ? GlmStopReason.MaxTurns
            : run.HasRefusedCalls ? GlmStopReason.MaxToolCalls
            : (GlmStopReason?)null;
        var set = WithFinal(last is not null || isOver ? GlmToolSet.Empty : await SelectAsync(run.Turn, cancellationToken).ConfigureAwait(false));
        AgentRules.ThrowIfTooMany(set);
        last = run.Final is not null || (agent.Tools.Count == 0 && agent.Options.SelectTools is null) ? null : last;
        return _latest is { } same && same.Set == set && same.Last == last ? same : _latest = new(set, last);
    }

    /// <summary>The tools the model had when it made the calls that are open. Neither a limit nor a later choice takes them away from calls that wait.</summary>
    public async ValueTask<TurnTools> OfOpenCallsAsync(CancellationToken cancellationToken)
    {
        // A turn whose answer never became a message is not counted yet.
        var turn = run.Conversation.EarlyCalls.Count > 0 ? run.Turn : Math.Max(run.Turns.Count, 1);
        return _ofOpenCalls ??= new(WithFinal(await SelectAsync(turn, cancellationToken).ConfigureAwait(false)), Last: null);
    }

    private async ValueTask<GlmToolSet> SelectAsync(int turn, CancellationToken cancellationToken)
        => agent.Options.SelectTools is { } select ? await select(run.Progress(turn), cancellationToken).ConfigureAwait(false) : agent.Tools;

    // The function for the final answer stays to the end; without it there would be none.
    private GlmToolSet WithFinal(GlmToolSet set) => run.Final is { } final ? new([.. set, final.Tool]) : set;
}
