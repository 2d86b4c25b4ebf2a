using System.Text.Json;
using GlmTools.Cli.Replaying;
using GlmTools.Testing;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>Lays recorded traffic out in time: each chat is a turn, and what its answer calls is looked up in later requests.</summary>
internal static class CassetteTimelineReader
{
    /// <summary>Lays traffic out in time.</summary>
    /// <param name="exchanges">The exchanges, in the order in which they began.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RunTimeline> ReadAsync(IReadOnlyList<GlmRecordedExchange> exchanges, CancellationToken cancellationToken)
    {
        var turns = new List<TimelineTurn>();
        var calls = new List<TimelineCall>();
        TimelineExchange[] wire = [.. exchanges.Select(TimelineExchange.Of)];
        for (var i = 0; i < exchanges.Count; i++)
        {
            if (!ChatPlayer.CanPlay(exchanges[i]))
            {
                turns.Add(Other(wire[i], turns.Count + 1, i));
                continue;
            }

            var answer = await new ChatPlayer(keepsTiming: false).PlayAsync(exchanges[i], static _ => { }, cancellationToken).ConfigureAwait(false);
            var facts = AnswerFacts.Of(wire[i]);
            turns.Add(new()
            {
                Number = turns.Count + 1,
                Model = facts.Model ?? RequestedModel(exchanges[i]),
                Finish = facts.Finish,
                Start = wire[i].Start,
                Seconds = wire[i].Seconds,
                Tokens = facts.Tokens,
                Text = answer.Text.Trim(),
                Reasoning = facts.Reasoning.Trim(),
                Failure = answer.Failure,
                Exchanges = [i],
            });
            calls.AddRange(answer.Calls.Select(call => Call(call, turns[^1], exchanges, i)));
        }

        return new()
        {
            Title = exchanges.SelectMany(RecordedMessages.Of).Where(static message => Role(message) == "user").Select(static message => Content(message)).FirstOrDefault() ?? "Recorded traffic",
            Text = turns.LastOrDefault()?.Text ?? "",
            Seconds = wire.Length > 0 ? wire.Max(static exchange => exchange.Start + exchange.Seconds) : 0,
            Tokens = turns.Aggregate(new TimelineTokens(), static (sum, turn) => sum + turn.Tokens),
            Turns = turns,
            Calls = calls,
            Exchanges = wire,
        };
    }

    private static TimelineTurn Other(TimelineExchange exchange, int number, int index) => new()
    {
        Number = number,
        Model = $"{exchange.Method} {exchange.Url}",
        Start = exchange.Start,
        Seconds = exchange.Seconds,
        Exchanges = [index],
    };

    private static TimelineCall Call(GlmToolCall call, TimelineTurn turn, IReadOnlyList<GlmRecordedExchange> exchanges, int index)
    {
        var end = turn.Start + turn.Seconds;
        var answered = exchanges.Skip(index + 1).FirstOrDefault(exchange => ResultOf(call, exchange) is not null);
        return new()
        {
            Id = call.Id,
            Name = call.Name,
            Arguments = call.Arguments,
            Result = answered is null ? null : ResultOf(call, answered),
            Turn = turn.Number,
            Start = end,
            Seconds = answered is null ? 0 : Math.Max(0, answered.Started.TotalSeconds - end),
            IsEstimated = true,
        };
    }

    private static string? ResultOf(GlmToolCall call, GlmRecordedExchange exchange)
        => RecordedMessages.Of(exchange)
            .Where(message => Role(message) == "tool" && message.TryGetProperty("tool_call_id", out var id) && id.ValueEquals(call.Id))
            .Select(Content)
            .FirstOrDefault();

    private static string RequestedModel(GlmRecordedExchange exchange)
        => exchange.Request.Body.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("model", out var model) ? model.ToString() : "";

    private static string? Role(JsonElement message) => message.ValueKind == JsonValueKind.Object && message.TryGetProperty("role", out var role) ? role.ToString() : null;

    private static string? Content(JsonElement message) => message.TryGetProperty("content", out var content) ? content.ToString() : null;
}
