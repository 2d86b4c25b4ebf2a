using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GlmTools.Tests.Agent.Telemetry;

/// <summary>What the SDK of OpenTelemetry, set up as a user would, makes of it.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class OpenTelemetryTests
{
    [Fact]
    public void The_SDK_collects_spans_and_histograms_with_the_boundaries_of_the_conventions()
    {
        var spans = new Exporter<Activity, string>(static span => span.DisplayName);
        var metrics = new Exporter<Metric, (string Name, string Unit, double[] Bounds)>(static metric => (metric.Name, metric.Unit, Bounds(metric)));
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(GlmTelemetry.SourceName).AddProcessor(new SimpleActivityExportProcessor(spans)).Build();
        using var reader = new BaseExportingMetricReader(metrics);
        using var meters = Sdk.CreateMeterProviderBuilder().AddMeter(GlmTelemetry.MeterName).AddReader(reader).Build();

        using (var run = new AgentTelemetry("Librarian", "glm-5.3", false, NullLogger.Instance, TimeProvider.System).StartRun("run_1"))
        {
            run.StartChat(1, new()).Stop("1", "glm-5.3", GlmFinishReason.Stop, new() { PromptTokens = 100, CompletionTokens = 20 });
            run.Stop(GlmStopReason.Answered, 1, default);
        }

        meters.ForceFlush();
        Assert.Equal(["chat glm-5.3", "invoke_agent Librarian"], spans.Exported);
        var exported = metrics.Exported.OrderBy(static metric => metric.Name, StringComparer.Ordinal).ToArray();
        Assert.Equal([("gen_ai.client.operation.duration", "s"), ("gen_ai.client.token.usage", "{token}")], exported.Select(static metric => (metric.Name, metric.Unit)));
        Assert.Equal([0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92, double.PositiveInfinity], exported[0].Bounds);
        Assert.Equal([.. Enumerable.Range(0, 14).Select(static power => Math.Pow(4, power)), double.PositiveInfinity], exported[1].Bounds);
    }

    private static double[] Bounds(Metric metric)
    {
        var bounds = new List<double>();
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            bounds.Clear();
            foreach (var bucket in point.GetHistogramBuckets())
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        return [.. bounds];
    }

    /// <summary>Keeps a note of each, because the SDK uses the things themselves again.</summary>
    private sealed class Exporter<T, TNote>(Func<T, TNote> note) : BaseExporter<T>
        where T : class
    {
        public List<TNote> Exported { get; } = [];

        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
            {
                Exported.Add(note(item));
            }

            return ExportResult.Success;
        }
    }
}
