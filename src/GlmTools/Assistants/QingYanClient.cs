using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>
/// Assistants of one's own on chatglm.cn: a product beside the platform, with its own keys and its own protocol (protocol sheet 9). Make one
/// client for a program and share it: it is safe for concurrent use.
/// </summary>
/// <remarks>
/// The service keeps the conversation, so that a question sent twice would be in it twice. Nothing is therefore sent again by the client,
/// but for a token the service no longer accepts.
/// </remarks>
public sealed class QingYanClient : IDisposable
{
    private readonly QingYanCredential _credential;
    private readonly GlmTransport _transport;
    private readonly QingYanGate _gate;

    /// <summary>Creates a client. Nothing is sent yet: the first call fetches the access token, and later ones use it until it expires.</summary>
    /// <param name="apiKey">The API key of chatglm.cn, not one of the platform.</param>
    /// <param name="apiSecret">The API secret that belongs to it.</param>
    /// <param name="options">How to reach the service; the defaults where it is left out.</param>
    /// <exception cref="ArgumentException">
    /// Key, secret or base address cannot be one, a limit is out of its range, or another client of the key has other limits. No message shows a secret.
    /// </exception>
    public QingYanClient(string apiKey, string apiSecret, QingYanClientOptions? options = null)
    {
        options ??= new QingYanClientOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1, "options.MaxConcurrency");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DailyLimit ?? 1, 1, "options.DailyLimit");
        TimeLimit.ThrowIfNone(options.Timeout, nameof(options.Timeout));
        TimeLimit.ThrowIfNone(options.StreamIdleTimeout, nameof(options.StreamIdleTimeout));
        var http = new GlmClientOptions
        {
            BaseAddress = options.BaseAddress ?? QingYanClientOptions.Service,
            MaxRetries = 0,
            Timeout = options.Timeout,
            StreamIdleTimeout = options.StreamIdleTimeout,
            Handler = options.Handler,
            TimeProvider = options.TimeProvider,
        };
        _credential = new QingYanCredential(apiKey, apiSecret, http);
        _transport = new GlmTransport(_credential, http);
        _gate = QingYanGate.For(http.BaseAddress, apiKey.Trim(), options);
    }

    /// <summary>Asks an assistant and waits until its answer is complete.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something. The message says what.</exception>
    /// <exception cref="QingYanLimitException">The daily limit is used up.</exception>
    /// <exception cref="GlmApiException">The service refused.</exception>
    /// <exception cref="GlmConnectionException">The service could not be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<QingYanAnswer> CompleteAsync(QingYanRequest request, CancellationToken cancellationToken = default)
    {
        var call = Call("stream_sync", request);
        using var turn = await _gate.EnterAsync(isConversation: true, cancellationToken).ConfigureAwait(false);
        return await CountedAsync(turn, _transport.SendAsync(call, QingYanWire.ReadAnswer, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Asks an assistant and hands out what happens as it arrives. The last event is a <see cref="QingYanEnded"/>.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GlmStreamException">The answer broke off or lost a part; what came of it is not to be relied on.</exception>
    /// <inheritdoc cref="CompleteAsync" path="/exception"/>
    public IAsyncEnumerable<QingYanEvent> StreamAsync(QingYanRequest request, CancellationToken cancellationToken = default)
        => StreamAsync(Call("stream", request), cancellationToken);

    /// <summary>Uploads a file for an assistant to look at; put it into <see cref="QingYanRequest.FileList"/>.</summary>
    /// <param name="file">The file. It is opened again where the upload has to be repeated with a new token.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <inheritdoc cref="CompleteAsync" path="/exception"/>
    public async Task<QingYanFile> UploadAsync(GlmUpload file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var turn = await _gate.EnterAsync(isConversation: false, cancellationToken).ConfigureAwait(false);
        return await _transport.SendAsync(ApiRequest.Post("file_upload", file.Form()), QingYanWire.ReadFile, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections. The limits of the key go on counting.</summary>
    public void Dispose()
    {
        _transport.Dispose();
        _credential.Dispose();
    }

    // A network that is down for an hour shall not cost the calls of the day.
    private static async ValueTask<T> CountedAsync<T>(QingYanTurn turn, ValueTask<T> answer)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (GlmConnectionException failure) when (failure.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
        {
            turn.TakeBack();
            throw;
        }
    }

    private static ApiRequest Call(string path, QingYanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.AssistantId, "request.AssistantId");
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Prompt, "request.Prompt");
        return ApiRequest.Post(path, PlatformJson.Write(request, QingYanJson.Default.QingYanRequest));
    }

    private async IAsyncEnumerable<QingYanEvent> StreamAsync(ApiRequest call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(isConversation: true, cancellationToken).ConfigureAwait(false);
        var body = await CountedAsync(turn, _transport.DownloadAsync(call, cancellationToken)).ConfigureAwait(false);
        await using var disposal = body.ConfigureAwait(false);
        var reader = new QingYanEventReader(_transport.Refusal);
        await foreach (var frame in EventFrames.ReadAsync(body, cancellationToken).ConfigureAwait(false))
        {
            foreach (var happened in reader.Read(frame))
            {
                yield return happened;
            }
        }

        yield return reader.End();
    }
}
