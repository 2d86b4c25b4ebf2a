using System.Runtime.CompilerServices;
using System.Text;

namespace GlmTools;

/// <summary>
/// The third version of the API (protocol sheet 10), for programs that still hold on to it. The service replaced it with the fourth in January
/// 2024, and nobody says whether it still answers: write new programs with <see cref="GlmClient"/>.
/// </summary>
public sealed class GlmV3Client : IDisposable
{
    private readonly GlmTransport _transport;

    /// <summary>Creates a client.</summary>
    /// <param name="apiKey">The API key, <c>id.secret</c>. It signs a JWT and is not sent itself.</param>
    /// <param name="options">How to reach the service. Its base address is <see cref="Service"/> where it is left out; its way to authenticate is not asked.</param>
    /// <exception cref="ArgumentException">The key or the base address cannot be one. The message shows neither.</exception>
    public GlmV3Client(string apiKey, GlmClientOptions? options = null)
    {
        options ??= new GlmClientOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries);
        TimeLimit.ThrowIfNone(options.Timeout, nameof(options.Timeout));
        TimeLimit.ThrowIfNone(options.StreamIdleTimeout, nameof(options.StreamIdleTimeout));
        _transport = new GlmTransport(GlmCredential.CreateBare(apiKey, options.TimeProvider), options with { BaseAddress = options.BaseAddress ?? Service });
    }

    /// <summary>Where the service was.</summary>
    public static Uri Service { get; } = new("https://open.bigmodel.cn/api/paas/v3/model-api");

    /// <summary>Asks for an answer and waits until it is complete.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The request lacks something. The message says what.</exception>
    /// <exception cref="GlmApiException">The service refused, or kept failing.</exception>
    /// <exception cref="GlmConnectionException">The service could not be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<GlmV3Result> InvokeAsync(GlmV3Request request, CancellationToken cancellationToken = default)
        => SendAsync(Call(request, "invoke", incremental: null), request.ReturnType, cancellationToken);

    /// <summary>Asks for an answer that is to be fetched later: <c>async-invoke</c>.</summary>
    /// <returns>The receipt, whose <see cref="GlmV3Result.TaskId"/> fetches the answer.</returns>
    /// <inheritdoc cref="InvokeAsync"/>
    public Task<GlmV3Result> SubmitAsync(GlmV3Request request, CancellationToken cancellationToken = default)
        => SendAsync(Call(request, "async-invoke", incremental: null), request.ReturnType, cancellationToken);

    /// <summary>Asks once how far a submitted request is.</summary>
    /// <param name="taskId">The task id of the receipt.</param>
    /// <param name="returnType">The form the request asked for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <inheritdoc cref="InvokeAsync" path="/exception"/>
    public Task<GlmV3Result> GetResultAsync(string taskId, GlmV3ReturnType? returnType = null, CancellationToken cancellationToken = default)
        => SendAsync(ApiRequest.Get($"-/async-invoke/{FieldLimit.Id(nameof(taskId), taskId)}"), returnType, cancellationToken);

    /// <summary>Asks for an answer and hands out its events as they arrive: <c>sse-invoke</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="GlmStreamException">The answer broke off before an event said that it is over.</exception>
    /// <inheritdoc cref="InvokeAsync" path="/exception"/>
    public IAsyncEnumerable<GlmV3Event> StreamAsync(GlmV3Request request, CancellationToken cancellationToken = default)
        => StreamAsync(Call(request, "sse-invoke", request?.Incremental), cancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _transport.Dispose();

    private static ApiRequest Call(GlmV3Request request, string verb, bool? incremental)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Prompt.Count == 0)
        {
            throw new ArgumentException("The prompt has no message.", "request.Prompt");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(request.Model, "request.Model");
        var model = FieldLimit.Id("request.Model", request.Model);
        var body = PlatformJson.Write(V3RequestBody.Of(request, incremental), V3Json.Default.V3RequestBody);
        return ApiRequest.Post($"{model}/{verb}", body, request.Model);
    }

    private Task<GlmV3Result> SendAsync(ApiRequest call, GlmV3ReturnType? returnType, CancellationToken cancellationToken)
        => _transport.SendAsync(call, utf8 => V3Wire.ReadResult(utf8, returnType), cancellationToken).AsTask();

    private async IAsyncEnumerable<GlmV3Event> StreamAsync(ApiRequest call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = await _transport.DownloadAsync(call, cancellationToken).ConfigureAwait(false);
        await using var disposal = body.ConfigureAwait(false);
        var isOver = false;
        await foreach (var frame in EventFrames.ReadAsync(body, cancellationToken).ConfigureAwait(false))
        {
            if (frame.IsBareJson)
            {
                throw _transport.Refusal(ErrorBody.Parse(Encoding.UTF8.GetBytes(frame.Data)));
            }

            var happened = V3Wire.ReadEvent(frame);
            isOver |= happened.Type.EndsAnswer;
            yield return happened;
        }

        if (!isOver)
        {
            throw new GlmStreamException("The stream ended before the answer did.");
        }
    }
}
