using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>How a <see cref="GlmClient"/> reaches the service.</summary>
public sealed record GlmClientOptions
{
    /// <summary>The service for mainland China: the default (protocol sheet 1.1).</summary>
    public static Uri Mainland { get; } = new("https://open.bigmodel.cn/api/paas/v4");

    /// <summary>The international service.</summary>
    public static Uri International { get; } = new("https://api.z.ai/api/paas/v4");

    /// <summary>
    /// Where the service is, up to and including the version, with or without a slash at the end. <see langword="null"/>
    /// (the default) for <see cref="Mainland"/>, or for what the environment says where the client is made from it.
    /// </summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>What is there: the service (the default), or a local server that runs the weights of a GLM model.</summary>
    public GlmCompatibility Compatibility { get; init; } = GlmCompatibility.Service;

    /// <summary>
    /// What is known of models, by which requests are checked before they are sent. Default: <see cref="GlmModelTable.BuiltIn"/>; <see cref="GlmModelTable.Empty"/>
    /// leaves all that depends on the model to the service.
    /// </summary>
    public GlmModelTable Models { get; init; } = GlmModelTable.BuiltIn;

    /// <summary>How the client proves who it is. Default: the API key as it is.</summary>
    public GlmAuthentication Authentication { get; init; }

    /// <summary>How often a request is sent again after an error that may pass, 0 or more. Default: 3.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>
    /// How long to wait for a limit of the plan to be reset, where the service names the time (<see cref="GlmApiException.ResetsAt"/>).
    /// Longer ones are told at once. Default: not at all.
    /// </summary>
    public TimeSpan LongestResetWait { get; init; }

    /// <summary>
    /// What requests have to pass before they are sent, by model. A request holds its permit until its answer, or the last chunk of
    /// it, has been read; while it waits to be sent again it holds none. <see langword="null"/> (the default) for no limit;
    /// <see cref="GlmConcurrency.PerModel"/> makes the kind the service itself has. The client does not dispose of it.
    /// </summary>
    public PartitionedRateLimiter<string>? RateLimiter { get; init; }

    /// <summary>
    /// How long one attempt may take until the answer is there, or until a stream begins. Default: 300 seconds, because
    /// models that think take minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// How long a stream may be silent before it counts as broken. Default: 180 seconds, because nothing is sent while a
    /// model thinks for long (protocol sheet 5.1). <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>
    /// What sends the requests, in order to log them or to answer them without a network; <see langword="null"/> (the
    /// default) for one of the client's own. The client does not dispose of it.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock for time-outs, delays and tokens. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
