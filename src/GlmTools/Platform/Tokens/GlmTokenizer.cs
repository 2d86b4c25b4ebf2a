namespace GlmTools;

/// <summary>Counts tokens before they are paid for (protocol sheet 8.5).</summary>
public sealed class GlmTokenizer
{
    private readonly GlmTransport _transport;

    internal GlmTokenizer(GlmTransport transport) => _transport = transport;

    /// <summary>Counts the tokens of a request: of its model, messages and tools. Nothing else of it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public async Task<GlmTokenCount> CountAsync(GlmChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = _transport.Dialect.Write(new() { Model = request.Model, Messages = request.Messages, Tools = request.Tools });
        return await _transport.SendAsync(
            ApiRequest.Post("tokenizer", body, request.Model),
            static utf8 => PlatformJson.Read(utf8, PlatformJson.Default.TokenAnswer)?.Usage,
            cancellationToken).ConfigureAwait(false);
    }
}
