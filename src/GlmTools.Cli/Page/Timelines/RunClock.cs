namespace GlmTools.Cli.Page.Timelines;

/// <summary>The time axis of a run: zero is the start of its first turn. What has no time, in a run of an older version, stands behind what came before it.</summary>
internal sealed class RunClock
{
    private readonly Dictionary<GlmTurn, double> _turns = new(ReferenceEqualityComparer.Instance);
    private readonly double[] _starts;

    public RunClock(GlmRun run)
    {
        Zero = run.Turns.Select(static turn => turn.StartedAt).Concat(run.ToolCalls.Select(static call => call.StartedAt)).Min();
        foreach (var turn in run.Turns)
        {
            _turns[turn] = Offset(turn.StartedAt);
            End = Math.Max(End, _turns[turn] + turn.Duration.TotalSeconds);
        }

        _starts = [.. run.Turns.Select(StartOf)];
        foreach (var call in run.ToolCalls)
        {
            End = Math.Max(End, StartOf(call) + call.Duration.TotalSeconds);
        }
    }

    public DateTimeOffset? Zero { get; }

    /// <summary>When the last thing ended.</summary>
    public double End { get; private set; }

    public int Turns => _starts.Length;

    public double StartOf(GlmTurn turn) => _turns[turn];

    public double StartOf(GlmToolCallFinished call) => Offset(call.StartedAt);

    /// <summary>The number of the turn that had begun last at a time, 1 before the first.</summary>
    public int TurnAt(double seconds) => Math.Max(1, _starts.Count(start => start <= seconds));

    /// <summary>Puts exchanges on the axis. They count from the first of them, which is that of the first turn.</summary>
    public IReadOnlyList<TimelineExchange> Place(IEnumerable<TimelineExchange> exchanges)
    {
        TimelineExchange[] all = [.. exchanges];
        var first = all.Length > 0 ? all[0].Start : 0;
        return [.. all.Select(exchange => exchange with { Start = exchange.Start - first })];
    }

    private double Offset(DateTimeOffset? time) => time is { } at && Zero is { } zero ? (at - zero).TotalSeconds : End;
}
