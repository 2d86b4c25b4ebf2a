using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>
/// A GLM model as an <see cref="IChatClient"/>, for whatever is built on Microsoft.Extensions.AI. It keeps nothing between requests, so it is
/// safe for concurrent use, and it does not own the <see cref="GlmClient"/>.
/// </summary>
/// <remarks>
/// What GLM has no field for is left out: <see cref="ChatOptions.TopK"/>, penalties, <see cref="ChatOptions.AdditionalProperties"/>,
/// <see cref="ChatOptions.AllowMultipleToolCalls"/> and <see cref="ChatOptions.ConversationId"/> - the service remembers nothing, so each
/// request has to bring the whole conversation. For what only GLM has, let <see cref="ChatOptions.RawRepresentationFactory"/>
/// return <see cref="GlmChatSettings"/> or a <see cref="GlmChatRequest"/>: what is set there comes before the options.
/// </remarks>
public sealed class GlmChatClient : IChatClient
{
    private readonly GlmClient _client;
    private readonly GlmChatSettings _settings;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Creates the client.</summary>
    /// <param name="client">The service.</param>
    /// <param name="model">The model where <see cref="ChatOptions.ModelId"/> names none, such as <c>glm-4.6</c>.</param>
    /// <param name="settings">How the model is to answer where the options of a request leave it open; the service's defaults where it is left out.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public GlmChatClient(GlmClient client, string model, GlmChatSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        _client = client;
        _settings = settings ?? new();
        _metadata = new(GlmTelemetry.ProviderName, client.BaseAddress, model);
    }

    /// <summary>Asks for an answer and waits until it is complete.</summary>
    /// <param name="messages">The conversation, oldest first.</param>
    /// <param name="options">How to answer, and with which tools.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">A message, a tool or an option holds what GLM cannot be told; the message names the place.</exception>
    /// <exception cref="GlmException">The service failed or refused.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var exchange = new ChatExchange(messages, options, _metadata.DefaultModelId!, _settings, this, _client.Models);
        return exchange.ToResponse(await _client.Chat.CompleteAsync(exchange.Request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Asks for an answer and hands it out as it arrives; tool calls come in the last update, when they are whole.</summary>
    /// <exception cref="GlmStreamException">The answer broke off or lost a part; what came of it is not to be relied on.</exception>
    /// <inheritdoc cref="GetResponseAsync"/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(new(messages, options, _metadata.DefaultModelId!, _settings, this, _client.Models), cancellationToken);
    }

    /// <summary>Gets the <see cref="ChatClientMetadata"/>, the <see cref="GlmClient"/>, or this client.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">The key of a keyed service; there are none.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(GlmClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the <see cref="GlmClient"/> belongs to who made it.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(ChatExchange exchange, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in _client.Chat.StreamAsync(exchange.Request, cancellationToken).ConfigureAwait(false))
        {
            yield return exchange.ToUpdate(chunk);
        }

        if (exchange.Calls() is { } calls)
        {
            yield return calls;
        }
    }
}
