using GlmTools.Testing;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>Lays a run out in time.</summary>
internal static class RunTimelineReader
{
    /// <summary>Lays a run out in time, with the exchanges that were recorded beside it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="exchanges">What went over the wire meanwhile; empty where nobody recorded it.</param>
    public static RunTimeline Read(GlmRun run, IReadOnlyList<GlmRecordedExchange> exchanges)
    {
        var clock = new RunClock(run);
        var wire = clock.Place(exchanges.Select(TimelineExchange.Of));
        TimelineCall[] calls =
        [
            .. run.ToolCalls.Select(call => Call(call, clock)).OrderBy(static call => call.Start),
            .. run.PendingApprovals.Select(request => Waiting(request, clock)),
        ];
        return new()
        {
            Title = run.Conversation.Messages.LastOrDefault(static message => message.Role == GlmChatRole.User) is { } question ? question.Content ?? "" : "",
            Id = run.Id,
            Stop = run.StopReason.ToString(),
            Text = run.Text,
            StartedAt = clock.Zero,
            Seconds = clock.End,
            Tokens = TimelineTokens.Of(run.Usage),
            Cost = run.Cost?.ToString(),
            Turns = [.. run.Turns.Select((turn, i) => Turn(run, turn, i, clock, Requests(i, run.Turns.Count, clock, wire)))],
            Calls = calls,
            Exchanges = wire,
        };
    }

    private static TimelineTurn Turn(GlmRun run, GlmTurn turn, int index, RunClock clock, IReadOnlyList<int> exchanges)
    {
        var answer = run.Conversation.Entries.OfType<MessageEntry>().LastOrDefault(entry => entry.Turn is { } ended && ended.StartedAt == turn.StartedAt)?.Message;
        return new()
        {
            Number = index + 1,
            Model = turn.Model,
            Finish = turn.FinishReason?.Value,
            Start = clock.StartOf(turn),
            Seconds = turn.Duration.TotalSeconds,
            Tokens = TimelineTokens.Of(turn.Usage),
            Cost = turn.Cost?.ToString(),
            Text = answer?.Content?.Trim() ?? "",
            Reasoning = answer?.ReasoningContent?.Trim() ?? "",
            Exchanges = exchanges,
        };
    }

    private static TimelineCall Call(GlmToolCallFinished call, RunClock clock) => new()
    {
        Id = call.Call.Id,
        Name = call.Call.Name,
        Arguments = call.Call.Arguments,
        Result = call.Result.Text,
        Failed = call.Result.IsError,
        Turn = clock.TurnAt(clock.StartOf(call)),
        Start = clock.StartOf(call),
        Seconds = call.Duration.TotalSeconds,
    };

    private static TimelineCall Waiting(GlmApprovalRequest request, RunClock clock) => new()
    {
        Id = request.CallId,
        Name = request.ToolName,
        Arguments = request.Arguments,
        Turn = clock.Turns,
        Start = clock.End,
        Asks = request.Text,
    };

    // One good answer a turn is the rule, and then their order says more than clocks that were read at different moments. Agents that
    // are called as tools ask as well; then the time has to do.
    private static IReadOnlyList<int> Requests(int turn, int turns, RunClock clock, IReadOnlyList<TimelineExchange> wire)
    {
        static bool IsAnswer(TimelineExchange exchange) => exchange is { Status: 200, IsBroken: false };
        return wire.Count(IsAnswer) == turns
            ? [.. Enumerable.Range(0, wire.Count).Where(i => wire.Take(i).Count(IsAnswer) == turn)]
            : [.. Enumerable.Range(0, wire.Count).Where(i => clock.TurnAt(wire[i].Start + (wire[i].Seconds / 2)) == turn + 1)];
    }
}
