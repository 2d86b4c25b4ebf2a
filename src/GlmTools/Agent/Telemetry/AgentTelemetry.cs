using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace GlmTools;

/// <summary>
/// Reports what an agent does, after the semantic conventions of OpenTelemetry for generative AI. Where nobody listens, nothing is
/// allocated; where nobody asked for it, nothing of what was said is reported.
/// </summary>
/// <param name="agentName">The agent's name; <see langword="null"/> for none.</param>
/// <param name="model">The model that is asked.</param>
/// <param name="captureContent">Whether messages, arguments and results go into spans, and exceptions of tools into the log.</param>
/// <param name="logger">Where to log.</param>
/// <param name="time">The clock for durations.</param>
/// <param name="provider">Who runs the model.</param>
internal sealed class AgentTelemetry(string? agentName, string model, bool captureContent, ILogger logger, TimeProvider time, string provider = GlmTelemetry.ProviderName)
{
    private static readonly string? Version = typeof(AgentTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource Source = new(GlmTelemetry.SourceName, Version);
    private static readonly Meter Meter = new(GlmTelemetry.MeterName, Version);

    // The boundaries are those the conventions advise.
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        GenAi.TokensMetric, "{token}", "Number of input and output tokens used.", advice: new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        GenAi.DurationMetric, "s", "Duration of the operation.", advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        });

    public string Model => model;

    public ILogger Logger => logger;

    /// <summary>Whether what was said is reported.</summary>
    public bool CapturesContent => captureContent;

    /// <summary>Begins a run, or goes on with one.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="conversationId">The conversation; <see langword="null"/> where it has no id.</param>
    public RunOperation StartRun(string runId, string? conversationId = null)
    {
        logger.RunStarted(runId, agentName, model);
        var span = Start(GenAi.InvokeAgent, agentName, ActivityKind.Internal, parent: null);
        span?.SetTag(GenAi.RunId, runId);
        if (conversationId is not null)
        {
            span?.SetTag(GenAi.ConversationId, conversationId);
        }

        return new(this, new(this, span, GenAi.InvokeAgent), runId, conversationId);
    }

    /// <summary>Begins a span; <see langword="null"/> where nobody listens.</summary>
    /// <param name="operation">What is done.</param>
    /// <param name="target">What it is done to.</param>
    /// <param name="kind">Whether it leaves the process.</param>
    /// <param name="parent">What it is a part of; whatever is going on where it is <see langword="null"/>.</param>
    public Activity? Start(string operation, string? target, ActivityKind kind, Activity? parent)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var span = Source.StartActivity(target is null ? operation : $"{operation} {target}", kind, parent?.Context ?? default);
        if (span is not { IsAllDataRequested: true })
        {
            return span;
        }

        span.SetTag(GenAi.OperationName, operation);
        span.SetTag(GenAi.ProviderName, provider);
        span.SetTag(GenAi.RequestModel, model);
        if (agentName is not null)
        {
            span.SetTag(GenAi.AgentName, agentName);
        }

        return span;
    }

    public long Now() => time.GetTimestamp();

    /// <summary>Records how long something took.</summary>
    public void RecordDuration(string operation, long began, string? errorType, string? responseModel, string? tool)
    {
        if (!Duration.Enabled)
        {
            return;
        }

        var tags = Tags(operation, responseModel);
        if (errorType is not null)
        {
            tags.Add(GenAi.ErrorType, errorType);
        }

        if (tool is not null)
        {
            tags.Add(GenAi.ToolName, tool);
        }

        Duration.Record(time.GetElapsedTime(began).TotalSeconds, tags);
    }

    /// <summary>Records what a request took.</summary>
    public void RecordTokens(GlmUsage usage, string? responseModel)
    {
        if (!Tokens.Enabled)
        {
            return;
        }

        var tags = Tags(GenAi.Chat, responseModel);
        Tokens.Record(usage.PromptTokens, [.. tags, new(GenAi.TokenType, "input")]);
        Tokens.Record(usage.CompletionTokens, [.. tags, new(GenAi.TokenType, "output")]);
    }

    private TagList Tags(string operation, string? responseModel)
    {
        var tags = new TagList
        {
            { GenAi.OperationName, operation },
            { GenAi.ProviderName, provider },
            { GenAi.RequestModel, model },
        };
        if (responseModel is not null)
        {
            tags.Add(GenAi.ResponseModel, responseModel);
        }

        return tags;
    }
}
