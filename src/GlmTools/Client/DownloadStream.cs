using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>
/// The body of an answer as it arrives. It may not be silent for longer than a stream may be; the time its reader takes does not count. Its end
/// frees the connection; what breaks it is told as one of our exceptions.
/// </summary>
internal sealed class DownloadStream : Stream
{
    private readonly GlmTransport _transport;
    private readonly RateLimitLease? _permit;
    private readonly Deadline _deadline;
    private readonly Stream _body;

    private DownloadStream(GlmTransport transport, RateLimitLease? permit, Deadline deadline, HttpResponseMessage response, Stream body)
        => (_transport, _permit, _deadline, Response, _body) = (transport, permit, deadline, response, body);

    /// <summary>What the body belongs to.</summary>
    public HttpResponseMessage Response { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends a request once and waits for the head of its answer.</summary>
    public static async ValueTask<DownloadStream> OpenAsync(GlmTransport transport, ApiRequest request, CancellationToken cancellationToken)
    {
        var permit = await transport.AdmitAsync(request, cancellationToken).ConfigureAwait(false);
        var deadline = transport.StartAttempt(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await transport.OpenAsync(request, deadline).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            deadline.Stop();
            return new DownloadStream(transport, permit, deadline, response, body);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            permit?.Dispose();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _deadline.Restart(_transport.StreamIdleTimeout);
        using var registration = cancellationToken.UnsafeRegister(static deadline => ((Deadline)deadline!).End(), _deadline);
        try
        {
            return await _body.ReadAsync(buffer, _deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception failure) when (_transport.Broken(failure, _deadline) is { } broken)
        {
            throw broken;
        }
        finally
        {
            _deadline.Stop();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => throw new NotSupportedException("Nothing blocks here: read with ReadAsync or CopyToAsync.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
            Response.Dispose();
            _deadline.Dispose();
            _permit?.Dispose();
        }

        base.Dispose(disposing);
    }
}
