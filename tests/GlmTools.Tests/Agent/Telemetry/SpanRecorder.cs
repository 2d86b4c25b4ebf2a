using System.Diagnostics;

namespace GlmTools.Tests.Agent.Telemetry;

/// <summary>Keeps the spans that ended.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GlmTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public List<Activity> Spans { get; } = [];

    public Activity Named(string name) => Assert.Single(Spans, span => span.DisplayName == name);

    /// <summary>Everything in the spans, to look for what must not be there.</summary>
    public string Everything() => string.Join('\n', Spans.Select(static span
        => $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Events)}"));

    public void Dispose() => _listener.Dispose();
}
