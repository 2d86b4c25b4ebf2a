using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GlmTools;

/// <summary>Chat completions: the whole answer at once, or chunk by chunk.</summary>
public sealed class GlmChat
{
    private const string Path = "chat/completions";

    private readonly GlmTransport _transport;

    internal GlmChat(GlmTransport transport) => _transport = transport;

    internal RetryPolicy Retry => _transport.Retry;

    internal ChatDialect Dialect => _transport.Dialect;

    /// <summary>Asks for an answer and waits until it is complete.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The service takes no such request; the message names the field. Nothing was sent.</exception>
    /// <exception cref="GlmApiException">The service refused, or kept failing.</exception>
    /// <exception cref="GlmConnectionException">The service could not be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<GlmChatCompletion> CompleteAsync(GlmChatRequest request, CancellationToken cancellationToken = default)
        => await AskAsync(request, cancellationToken).ConfigureAwait(false);

    /// <summary>The same for the agent, whose turns need no task.</summary>
    internal async ValueTask<GlmChatCompletion> AskAsync(GlmChatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _transport.Dialect.ThrowIfBroken(request);
        using var body = Write(request, stream: false);
        return await _transport.SendAsync(ApiRequest.Post(Path, body, request.Model), ReadCompletion, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks for an answer and hands out its chunks as they arrive. The request is sent again only as long as no chunk has
    /// been handed out.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="GlmStreamException">The answer broke off or lost a part; what came of it is not to be relied on.</exception>
    /// <inheritdoc cref="CompleteAsync" path="/exception"/>
    public IAsyncEnumerable<GlmChatChunk> StreamAsync(GlmChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _transport.Dialect.ThrowIfBroken(request);
        return EnumerateAsync(request, cancellationToken);
    }

    private async IAsyncEnumerable<GlmChatChunk> EnumerateAsync(GlmChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        await using var disposal = stream.ConfigureAwait(false);
        while (stream.HasChunk)
        {
            yield return stream.Current;
            await stream.AdvanceAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<ChatStream> OpenAsync(GlmChatRequest request, CancellationToken cancellationToken)
    {
        using var body = Write(request, stream: true);
        var post = ApiRequest.Post(Path, body, request.Model);
        return await _transport.Retry.RunAsync((Transport: _transport, Post: post), static (state, attempt) => ChatStream.OpenAsync(state.Transport, state.Post, attempt), cancellationToken).ConfigureAwait(false);
    }

    private JsonBody Write(GlmChatRequest request, bool stream)
    {
        var body = JsonBody.Start();
        _transport.Dialect.Write(body.Json, request, stream);
        return body;
    }

    internal static GlmChatCompletion? ReadCompletion(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return ChatResponseReader.ReadCompletion(utf8);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
