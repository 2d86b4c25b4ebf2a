using GlmTools.Cli.Page.Timelines;

namespace GlmTools.Cli.Page.Serving;

/// <summary>A run in a list.</summary>
internal sealed record RunSummary(int Run, string Title, string? Stop, DateTimeOffset? StartedAt, double Seconds, int Turns, int Calls)
{
    public static RunSummary Of(int id, RunTimeline run) => new(id, run.Title, run.Stop, run.StartedAt, run.Seconds, run.Turns.Count, run.Calls.Count);
}
