using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>A model of GLM, over its own wire.</summary>
/// <param name="client">The service.</param>
internal sealed class ServiceModel(GlmClient client) : IAgentModel
{
    public string Provider => GlmTelemetry.ProviderName;

    public void ThrowIfBroken(GlmChatMessage prompt) => client.Chat.Dialect.ThrowIfBroken(prompt, nameof(prompt));

    public IAsyncEnumerable<GlmChatChunk> AskAsync(GlmModelCall call, CancellationToken cancellationToken)
        => call.IsStreamed ? client.Chat.StreamAsync(call.Request, cancellationToken) : AskAsync(call.Request, cancellationToken);

    public async ValueTask CompleteAsync(GlmChatRequest request, ModelAnswer answer, CancellationToken cancellationToken)
        => answer.Add(await client.Chat.AskAsync(request, cancellationToken).ConfigureAwait(false));

    public Task WaitAsync(GlmException failure, int retries, CancellationToken cancellationToken)
        => client.Chat.Retry.WaitAsync(failure.Retry, retries, cancellationToken);

    private async IAsyncEnumerable<GlmChatChunk> AskAsync(GlmChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return ModelAnswer.ToChunk(await client.Chat.CompleteAsync(request, cancellationToken).ConfigureAwait(false));
    }
}
