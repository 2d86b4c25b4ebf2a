using System.Net;

namespace GlmTools;

/// <summary>A <see cref="JsonBody"/> on its way, which the body knows of as long as it is read.</summary>
internal sealed class JsonBodyContent : HttpContent
{
    private readonly JsonBody _body;

    public JsonBodyContent(JsonBody body)
    {
        _body = body;
        // What is not validated is kept as it is, without an object around it.
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _body.BeginRead();
        await stream.WriteAsync(_body.Utf8, cancellationToken).ConfigureAwait(false);

        // Not where the write failed: whoever broke it off may still hold the bytes.
        _body.EndRead();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Utf8.Length;
        return true;
    }
}
