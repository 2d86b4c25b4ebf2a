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
        : this(apiKey, options, http: null)
    {
    }

    /// <summary>Creates a client over an <see cref="HttpClient"/> that somebody else made, such as an <c>IHttpClientFactory</c>.</summary>
    /// <param name="apiKey">The API key, <c>id.secret</c>.</param>
    /// <param name="httpClient">
    /// What sends the requests. It is not disposed, its base address holds where the options have none, and its own time-out holds
    /// beside those of the options: the 100 seconds it has by default are short for models that think.
    /// </param>
    /// <param name="options">How to reach the service; the defaults where it is left out. The handler is that of <paramref name="httpClient"/>.</param>
    /// <exception cref="ArgumentException">The key or the base address cannot be one, or the options have a handler of their own. No message shows a key.</exception>
    public GlmClient(string apiKey, HttpClient httpClient, GlmClientOptions? options = null)
        : this(apiKey, options, httpClient ?? throw new ArgumentNullException(nameof(httpClient)))
    {
        if (options?.Handler is not null)
        {
            throw new ArgumentException("The HttpClient has a handler already; leave GlmClientOptions.Handler out.", nameof(options));
        }
    }

    private GlmClient(string apiKey, GlmClientOptions? options, HttpClient? http)
    {
        options ??= new GlmClientOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LongestResetWait, TimeSpan.Zero);
        TimeLimit.ThrowIfNone(options.Timeout, nameof(options.Timeout));
        TimeLimit.ThrowIfNone(options.StreamIdleTimeout, nameof(options.StreamIdleTimeout));
        Models = options.Models;
        _transport = new GlmTransport(GlmCredential.Create(apiKey, options.Authentication, options.TimeProvider), options, http);
        Chat = new GlmChat(_transport);
        Async = new GlmAsync(_transport);
        Embeddings = new GlmEmbeddings(_transport);
        Files = new GlmFiles(_transport);
        Batches = new GlmBatches(_transport, Files);
        Images = new GlmImages(_transport);
        Videos = new GlmVideos(_transport, Async);
        Tokenizer = new GlmTokenizer(_transport);
        WebSearch = new GlmWebSearch(_transport);
        Rerank = new GlmRerank(_transport);
        Moderation = new GlmModeration(_transport);
        Speech = new GlmSpeech(_transport);
    }

    /// <summary>Where the service is.</summary>
    internal Uri BaseAddress => _transport.BaseAddress;

    /// <summary>What is known of models.</summary>
    internal GlmModelTable Models { get; }

    /// <summary>Chat completions.</summary>
    public GlmChat Chat { get; }

    /// <summary>Chats that are answered later, and the results of all tasks.</summary>
    public GlmAsync Async { get; }

    /// <summary>Texts as vectors.</summary>
    public GlmEmbeddings Embeddings { get; }

    /// <summary>Files at the service.</summary>
    public GlmFiles Files { get; }

    /// <summary>Many requests at once, for half the price.</summary>
    public GlmBatches Batches { get; }

    /// <summary>Images out of words.</summary>
    public GlmImages Images { get; }

    /// <summary>Videos out of words and images.</summary>
    public GlmVideos Videos { get; }

    /// <summary>How many tokens a request has.</summary>
    public GlmTokenizer Tokenizer { get; }

    /// <summary>The web, without a model.</summary>
    public GlmWebSearch WebSearch { get; }

    /// <summary>Documents in order of how well they answer.</summary>
    public GlmRerank Rerank { get; }

    /// <summary>Whether a content is safe.</summary>
    public GlmModeration Moderation { get; }

    /// <summary>Speech to text, and text to speech.</summary>
    public GlmSpeech Speech { get; }

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
