namespace GlmTools;

/// <summary>How a <see cref="QingYanClient"/> reaches the service.</summary>
public sealed record QingYanClientOptions
{
    /// <summary>The service (protocol sheet 9).</summary>
    public static Uri Service { get; } = new("https://chatglm.cn/chatglm/assistant-api/v1");

    /// <summary>Where the service is, with or without a slash at the end.</summary>
    /// <value><see cref="Service"/>.</value>
    public Uri? BaseAddress { get; init; }

    /// <summary>
    /// How many conversation calls and uploads may run at a time, 1 or more; others wait for their turn. All clients of one key in a process
    /// share it. The service counts over all keys of an account.
    /// </summary>
    /// <value>2, the account's limit (protocol sheet 9).</value>
    public int MaxConcurrency { get; init; } = 2;

    /// <summary>
    /// How many conversation calls may be sent within any 24 hours, 1 or more; <see langword="null"/> for no limit of the client's. All clients
    /// of one key in a process share it; calls of other processes are not counted.
    /// </summary>
    /// <value>500, the account's limit (protocol sheet 9).</value>
    public int? DailyLimit { get; init; } = 500;

    /// <summary>How long a request may take until its answer is there, or until a stream begins.</summary>
    /// <value>300 seconds, because assistants run tools before they answer. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> is for no limit.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a stream may be silent before it counts as broken.</summary>
    /// <value>180 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> is for no limit.</value>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>What sends the requests; <see langword="null"/> (the default) for one of the client's own. The client does not dispose of it.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock of time-outs, tokens and the daily limit.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
