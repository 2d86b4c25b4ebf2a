using System.Text.Json;

namespace GlmTools;

/// <summary>The chunks of one streamed answer (protocol sheet 5).</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private readonly GlmTransport _transport;
    private readonly DownloadStream _body;
    private readonly CancellationToken _cancellationToken;
    private readonly EventBuffer _events;
    private readonly ChunkReader _chunks = new();
    private GlmChatChunk _current;
    private bool _isDone;
    private bool _hasFinishReason;

    private ChatStream(GlmTransport transport, DownloadStream body, CancellationToken cancellationToken)
        => (_transport, _body, _events, _cancellationToken) = (transport, body, new(body), cancellationToken);

    /// <summary>Whether there is a chunk; not behind the end.</summary>
    public bool HasChunk { get; private set; }

    /// <summary>The chunk that came last.</summary>
    public ref readonly GlmChatChunk Current => ref _current;

    /// <summary>Sends a request and waits for the first chunk: until it is there, the request may be sent again.</summary>
    public static async ValueTask<ChatStream> OpenAsync(GlmTransport transport, ApiRequest request, CancellationToken cancellationToken)
    {
        var body = await DownloadStream.OpenAsync(transport, request, cancellationToken).ConfigureAwait(false);
        var stream = new ChatStream(transport, body, cancellationToken);
        try
        {
            await stream.BeginAsync().ConfigureAwait(false);
            await stream.AdvanceAsync().ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Goes to the next chunk.</summary>
    /// <exception cref="GlmException">The answer broke off, lost a part, or turned into an error.</exception>
    public ValueTask AdvanceAsync()
    {
        // Of chunks that have arrived already, nobody is asked whether they are still wanted.
        _cancellationToken.ThrowIfCancellationRequested();
        HasChunk = false;
        return ReadArrived() ? default : WaitAsync();
    }

    public ValueTask DisposeAsync()
    {
        _events.Dispose();
        return _body.DisposeAsync();
    }

    // An error may come as bare JSON although a stream was asked for (protocol sheet 5.1).
    private async ValueTask BeginAsync()
    {
        var begun = false;
        while (!begun && await _events.FillAsync(_cancellationToken).ConfigureAwait(false))
        {
            begun = !_events.Unread.Trim(" \t\r\n"u8).IsEmpty;
        }

        if (!_events.Unread.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return;
        }

        while (await _events.FillAsync(_cancellationToken).ConfigureAwait(false))
        {
        }

        throw _transport.NoAnswer(_body.Response, _events.Unread);
    }

    /// <summary>Reads what has arrived up to the next chunk, or to the end.</summary>
    /// <returns>Whether either is there.</returns>
    private bool ReadArrived()
    {
        while (!_isDone && !HasChunk && _events.TryRead(out var data))
        {
            Read(data);
        }

        return _isDone || HasChunk;
    }

    private async ValueTask WaitAsync()
    {
        do
        {
            if (!await _events.FillAsync(_cancellationToken).ConfigureAwait(false))
            {
                // Some hosts leave out the end marker; the finish reason tells as well that nothing is missing.
                _isDone = _hasFinishReason ? true : throw new GlmStreamException("The stream ended before the answer did.");
            }
        }
        while (!ReadArrived());
    }

    private void Read(ReadOnlySpan<byte> data)
    {
        data = data is [(byte)'{', .., (byte)'}'] ? data : data.Trim(" \t\r\n"u8);
        _isDone = data.StartsWith("[DONE]"u8);
        if (data.IsEmpty || _isDone)
        {
            return;
        }

        try
        {
            HasChunk = !_events.IsError && _chunks.TryRead(data, ref _current);
            if (HasChunk)
            {
                _hasFinishReason |= _current.FinishReason is not null;
                return;
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Not with what the parser says: it quotes the frame, and the frame may quote a key.
            throw new GlmStreamException(WasSpliced(data)
                ? "The stream lost a part: a frame was cut off and another answer began in the middle of it."
                : "The stream lost a part: a frame is not valid JSON.");
        }

        // Frames that say nothing are passed over; errors are not.
        if (_events.IsError || ErrorBody.Parse(data) is not null)
        {
            throw _transport.NoAnswer(_body.Response, data);
        }
    }

    // A gateway that starts the generation anew on the same connection (protocol sheet 5.4).
    private static bool WasSpliced(ReadOnlySpan<byte> data) => data.IndexOf("data: {"u8) >= 0 || data.IndexOf("data:{"u8) >= 0;
}
