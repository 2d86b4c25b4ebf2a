using System.Buffers;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace GlmTools;

/// <summary>The chunks of one streamed answer (protocol sheet 5).</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private readonly GlmTransport _transport;
    private readonly DownloadStream _body;
    private readonly CancellationToken _cancellationToken;
    private readonly PipeReader _bytes;
    private readonly ChunkReader _chunks = new();
    private IAsyncEnumerator<SseItem<GlmChatChunk?>>? _frames;
    private bool _isDone;
    private bool _hasFinishReason;

    private ChatStream(GlmTransport transport, DownloadStream body, CancellationToken cancellationToken)
        => (_transport, _body, _bytes, _cancellationToken) = (transport, body, PipeReader.Create(body), cancellationToken);

    /// <summary>The chunk that came last; <see langword="null"/> behind the end.</summary>
    public GlmChatChunk? Current { get; private set; }

    /// <summary>Sends a request and waits for the first chunk: until it is there, the request may be sent again.</summary>
    public static async ValueTask<ChatStream> OpenAsync(GlmTransport transport, ApiRequest request, CancellationToken cancellationToken)
    {
        var body = await DownloadStream.OpenAsync(transport, request, cancellationToken).ConfigureAwait(false);
        var stream = new ChatStream(transport, body, cancellationToken);
        try
        {
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
    public async ValueTask AdvanceAsync()
    {
        // Of frames that have arrived already, the parser asks nobody whether they are still wanted.
        _cancellationToken.ThrowIfCancellationRequested();
        _frames ??= await StartAsync().ConfigureAwait(false);
        do
        {
            Current = await MoveNextAsync().ConfigureAwait(false) ? _frames.Current.Data : null;
        }
        while (Current is null && !_isDone);

        _hasFinishReason |= Current?.FinishReason is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_frames is not null)
        {
            await _frames.DisposeAsync().ConfigureAwait(false);
        }

        // Gives its buffers back and disposes of the body.
        await _bytes.CompleteAsync().ConfigureAwait(false);
    }

    private async ValueTask<IAsyncEnumerator<SseItem<GlmChatChunk?>>> StartAsync()
    {
        if (await BeginsWithObjectAsync().ConfigureAwait(false))
        {
            throw _transport.NoAnswer(_body.Response, await ReadToEndAsync().ConfigureAwait(false));
        }

        return SseParser.Create(_bytes.AsStream(), ReadFrame).EnumerateAsync(_cancellationToken).GetAsyncEnumerator(_cancellationToken);
    }

    private async ValueTask<bool> MoveNextAsync()
    {
        if (await _frames!.MoveNextAsync().ConfigureAwait(false))
        {
            return true;
        }

        // Some hosts leave out the end marker; the finish reason tells as well that nothing is missing.
        _isDone = true;
        return _hasFinishReason ? false : throw new GlmStreamException("The stream ended before the answer did.");
    }

    private GlmChatChunk? ReadFrame(string eventType, ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.IsEmpty)
        {
            return null;
        }

        if (data.StartsWith("[DONE]"u8))
        {
            _isDone = true;
            return null;
        }

        try
        {
            if (eventType != "error" && _chunks.Read(data) is { } chunk)
            {
                return chunk;
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
        return eventType == "error" || ErrorBody.Parse(data) is not null ? throw _transport.NoAnswer(_body.Response, data) : null;
    }

    // A gateway that starts the generation anew on the same connection (protocol sheet 5.4).
    private static bool WasSpliced(ReadOnlySpan<byte> data) => data.IndexOf("data: {"u8) >= 0 || data.IndexOf("data:{"u8) >= 0;

    // An error may come as bare JSON although a stream was asked for (protocol sheet 5.1).
    private async ValueTask<bool> BeginsWithObjectAsync()
    {
        while (true)
        {
            var read = await _bytes.ReadAsync(_cancellationToken).ConfigureAwait(false);
            if (TryPeek(read.Buffer, out var first) || read.IsCompleted)
            {
                _bytes.AdvanceTo(read.Buffer.Start);
                return first == '{';
            }

            _bytes.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool TryPeek(ReadOnlySequence<byte> buffer, out byte first)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out first);
    }

    private async ValueTask<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        await _bytes.CopyToAsync(all, _cancellationToken).ConfigureAwait(false);
        return all.ToArray();
    }
}
