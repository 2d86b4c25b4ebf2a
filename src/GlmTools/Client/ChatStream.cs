using System.Buffers;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>The chunks of one streamed answer (protocol sheet 5).</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private readonly GlmTransport _transport;
    private readonly HttpResponseMessage _response;
    private readonly Deadline _deadline;
    private readonly RateLimitLease? _permit;
    private IAsyncEnumerator<SseItem<GlmChatChunk?>>? _frames;
    private bool _isDone;
    private bool _hasFinishReason;

    private ChatStream(GlmTransport transport, HttpResponseMessage response, Deadline deadline, RateLimitLease? permit)
        => (_transport, _response, _deadline, _permit) = (transport, response, deadline, permit);

    /// <summary>The chunk that came last; <see langword="null"/> behind the end.</summary>
    public GlmChatChunk? Current { get; private set; }

    /// <summary>Sends a request and waits for the first chunk: until it is there, the request may be sent again.</summary>
    public static async ValueTask<ChatStream> OpenAsync(GlmTransport transport, ApiRequest request, CancellationToken cancellationToken)
    {
        var permit = await transport.AdmitAsync(request, cancellationToken).ConfigureAwait(false);
        var deadline = transport.StartAttempt(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await transport.OpenAsync(request, deadline).ConfigureAwait(false);
            deadline.Stop();
            var stream = new ChatStream(transport, response, deadline, permit);
            await stream.AdvanceAsync().ConfigureAwait(false);
            return stream;
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            permit?.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next chunk.</summary>
    /// <exception cref="GlmException">The answer broke off, lost a part, or turned into an error.</exception>
    public async ValueTask AdvanceAsync()
    {
        try
        {
            _frames ??= await StartAsync().ConfigureAwait(false);
            do
            {
                Current = await MoveNextAsync().ConfigureAwait(false) ? _frames.Current.Data : null;
            }
            while (Current is null && !_isDone);
        }
        catch (Exception failure) when (_transport.Broken(failure, _deadline) is { } broken)
        {
            throw broken;
        }

        _hasFinishReason |= Current?.FinishReason is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_frames is not null)
        {
            await _frames.DisposeAsync().ConfigureAwait(false);
        }

        _response.Dispose();
        _deadline.Dispose();
        _permit?.Dispose();
    }

    private async ValueTask<IAsyncEnumerator<SseItem<GlmChatChunk?>>> StartAsync()
    {
        var body = PipeReader.Create(await _response.Content.ReadAsStreamAsync(_deadline.Token).ConfigureAwait(false));
        if (await InTimeAsync(BeginsWithObjectAsync(body)).ConfigureAwait(false))
        {
            throw _transport.NoAnswer(_response, await InTimeAsync(ReadToEndAsync(body)).ConfigureAwait(false));
        }

        return SseParser.Create(body.AsStream(), ReadFrame).EnumerateAsync(_deadline.Token).GetAsyncEnumerator(_deadline.Token);
    }

    private async ValueTask<bool> MoveNextAsync()
    {
        if (await InTimeAsync(_frames!.MoveNextAsync()).ConfigureAwait(false))
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
            if (eventType != "error" && ChatResponseReader.ReadChunk(data) is { } chunk)
            {
                return chunk;
            }
        }
        catch (JsonException malformed)
        {
            throw new GlmStreamException(WasSpliced(data)
                ? "The stream lost a part: a frame was cut off and another answer began in the middle of it."
                : "The stream lost a part: a frame is not valid JSON.", malformed);
        }

        // Frames that say nothing are passed over; errors are not.
        return eventType == "error" || ErrorBody.Parse(data) is not null ? throw _transport.NoAnswer(_response, data) : null;
    }

    // A gateway that starts the generation anew on the same connection (protocol sheet 5.4).
    private static bool WasSpliced(ReadOnlySpan<byte> data) => data.IndexOf("data: {"u8) >= 0 || data.IndexOf("data:{"u8) >= 0;

    /// <summary>Waits for the network no longer than a stream may be silent. The time the reader of the chunks takes does not count.</summary>
    private async ValueTask<T> InTimeAsync<T>(ValueTask<T> read)
    {
        if (read.IsCompleted)
        {
            return await read.ConfigureAwait(false);
        }

        _deadline.Restart(_transport.StreamIdleTimeout);
        var result = await read.ConfigureAwait(false);
        _deadline.Stop();
        return result;
    }

    // An error may come as bare JSON although a stream was asked for (protocol sheet 5.1).
    private async ValueTask<bool> BeginsWithObjectAsync(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync(_deadline.Token).ConfigureAwait(false);
            if (TryPeek(read.Buffer, out var first) || read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start);
                return first == '{';
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool TryPeek(ReadOnlySequence<byte> buffer, out byte first)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out first);
    }

    private async ValueTask<byte[]> ReadToEndAsync(PipeReader body)
    {
        using var all = new MemoryStream();
        await body.CopyToAsync(all, _deadline.Token).ConfigureAwait(false);
        return all.ToArray();
    }
}
