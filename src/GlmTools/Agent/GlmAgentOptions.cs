namespace GlmTools;

/// <summary>How a <see cref="GlmAgent"/> behaves.</summary>
public sealed record GlmAgentOptions
{
    /// <summary>
    /// What the model is to be and to do: a system message before each request, not part of the conversation. A
    /// conversation that begins with a system message of its own keeps to that one.
    /// </summary>
    public string? Instructions { get; init; }

    /// <summary>How often the model may be asked in a run, 1 or more. Default: 16. On the last turn it gets no tools, so that it answers.</summary>
    public int MaxTurns { get; init; } = 16;

    /// <summary>How the model is to answer. Default: the service's defaults.</summary>
    public GlmChatSettings Settings { get; init; } = new();

    /// <summary>The services tools get; <see langword="null"/> (the default) for none.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>What tools get as <see cref="GlmToolContext.State"/>.</summary>
    public object? State { get; init; }

    /// <summary>
    /// Asked before a call of a tool with <see cref="GlmToolAttribute.RequiresApproval"/> is executed, one call of a run at a
    /// time. Where it is <see langword="null"/> (the default) or says no, the model is told so and nothing is executed. What it
    /// throws ends the run.
    /// </summary>
    public Func<GlmToolCall, CancellationToken, ValueTask<bool>>? Approve { get; init; }

    /// <summary>
    /// How long a call may take where its tool declares nothing. Default: 100 seconds;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock for time-outs and durations. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
