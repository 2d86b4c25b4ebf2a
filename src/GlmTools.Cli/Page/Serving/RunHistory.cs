using GlmTools.Cli.Page.Timelines;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The runs the page has seen, the latest first. It keeps the last 50.</summary>
/// <param name="live">What is still going on, such as the traffic of an emulator; it stands above all as number 0. <see langword="null"/> for nothing.</param>
internal sealed class RunHistory(Func<CancellationToken, Task<RunTimeline>>? live = null)
{
    private const int Most = 50;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, RunTimeline> _runs = [];
    private int _last;

    /// <summary>Adds a run.</summary>
    /// <returns>Its number.</returns>
    public int Add(RunTimeline run)
    {
        lock (_gate)
        {
            _runs.Add(++_last, run);
            _runs.Remove(_last - Most);
            return _last;
        }
    }

    public async Task<RunTimeline?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (id == 0 && live is not null)
        {
            return await live(cancellationToken).ConfigureAwait(false);
        }

        lock (_gate)
        {
            return _runs.GetValueOrDefault(id);
        }
    }

    public async Task<IReadOnlyList<RunSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var current = live is null ? null : RunSummary.Of(0, await live(cancellationToken).ConfigureAwait(false));
        lock (_gate)
        {
            return [.. current is null ? [] : (RunSummary[])[current], .. _runs.Reverse().Select(static run => RunSummary.Of(run.Key, run.Value))];
        }
    }
}
