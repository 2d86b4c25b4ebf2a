namespace GlmTools.Testing;

/// <summary>Hands a stream on as it arrives, and keeps what it hands on.</summary>
internal sealed class RecordingStream(Stream source, TapedExchange exchange) : ReadingStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                exchange.Add(buffer.Span[..read]);
            }

            return read;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            exchange.Break();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
