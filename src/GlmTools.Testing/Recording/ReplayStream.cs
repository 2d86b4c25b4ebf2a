namespace GlmTools.Testing;

/// <summary>Gives out recorded chunks, one a read, and breaks where the recording did.</summary>
/// <param name="response">The recording.</param>
/// <param name="time">The clock of the waits between chunks; <see langword="null"/> for no waits.</param>
internal sealed class ReplayStream(GlmRecordedResponse response, TimeProvider? time) : ReadingStream
{
    private readonly IReadOnlyList<GlmRecordedChunk> _chunks = response.Chunks ?? [];
    private ReadOnlyMemory<byte> _rest;
    private int _next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_rest.IsEmpty && buffer.Length > 0)
        {
            if (_next == _chunks.Count)
            {
                return response.IsBroken ? throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection broke here when this was recorded.") : 0;
            }

            var chunk = _chunks[_next++];
            if (time is not null && chunk.After > TimeSpan.Zero)
            {
                await Task.Delay(chunk.After, time, cancellationToken).ConfigureAwait(false);
            }

            _rest = chunk.Data;
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }
}
