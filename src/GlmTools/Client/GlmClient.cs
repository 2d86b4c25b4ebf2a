namespace GlmTools;

/// <summary>
/// The service over HTTP. Make one for a program and share it: it is safe for concurrent use and keeps its connections.
/// </summary>
public sealed class GlmClient : IDisposable
{
    private readonly GlmTransport _transport;

    /// <summary>Creates a client.</summary>
    /// <param name="apiKey">The API key, <c>id.secret</c>.</param>
    /// <param name="options">How to reach the service; the defaults where it is left out.</param>
    /// <exception cref="ArgumentException">The key or the base address cannot be one. The message shows neither.</exception>
    public GlmClient(string apiKey, GlmClientOptions? options = null)
    {
        options ??= new GlmClientOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries);
        TimeLimit.ThrowIfNone(options.Timeout, nameof(options.Timeout));
        TimeLimit.ThrowIfNone(options.StreamIdleTimeout, nameof(options.StreamIdleTimeout));
        _transport = new GlmTransport(GlmCredential.Create(apiKey, options.Authentication, options.TimeProvider), options);
        Chat = new GlmChat(_transport);
    }

    /// <summary>Chat completions.</summary>
    public GlmChat Chat { get; }

    /// <summary>Where the service is.</summary>
    internal Uri BaseAddress => _transport.BaseAddress;

    /// <summary>
    /// Creates a client from <c>ZHIPUAI_API_KEY</c> and <c>ZHIPUAI_BASE_URL</c>, or else from <c>ZAI_API_KEY</c> and
    /// <c>ZAI_BASE_URL</c>, whose default is the international service.
    /// </summary>
    /// <param name="options">Everything but the key; its base address, if set, comes before the environment's.</param>
    /// <exception cref="GlmException">No key is set, or the base address is not a URL.</exception>
    public static GlmClient FromEnvironment(GlmClientOptions? options = null)
        => FromEnvironment(Environment.GetEnvironmentVariable, options);

    internal static GlmClient FromEnvironment(Func<string, string?> read, GlmClientOptions? options)
    {
        options ??= new GlmClientOptions();
        var (apiKey, baseAddress) = GlmEnvironment.Complete(read, apiKey: null, options.BaseAddress);
        return apiKey is null
            ? throw new GlmException("No API key: set the environment variable ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai).")
            : new GlmClient(apiKey, options with { BaseAddress = baseAddress });
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _transport.Dispose();
}
