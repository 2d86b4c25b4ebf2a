using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Any model behind an <see cref="IChatClient"/>, asked in the terms of the wire, so that the loop and what surrounds it need no second way.</summary>
/// <param name="client">The model.</param>
/// <param name="time">The clock for waits.</param>
internal sealed class ChatClientModel(IChatClient client, TimeProvider time) : IAgentModel
{
    public string Provider { get; } = client.GetService<ChatClientMetadata>()?.ProviderName ?? GenAi.Other;

    /// <summary>The model a client asks where nobody says which.</summary>
    /// <exception cref="ArgumentException">It does not say.</exception>
    public static string DefaultModel(IChatClient client) => client.GetService<ChatClientMetadata>()?.DefaultModelId is { Length: > 0 } model
        ? model
        : throw new ArgumentException("The client does not say which model it asks: name one.", nameof(client));

    // Which parts a foreign model takes, only its own client knows.
    public void ThrowIfBroken(GlmChatMessage prompt)
    {
    }

    public async IAsyncEnumerable<GlmChatChunk> AskAsync(GlmModelCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var messages = Messages(call.Request);
        var options = OptionsReading.ToOptions(call.Request);
        var answer = new ForeignAnswer(options.Tools);
        if (!call.IsStreamed)
        {
            yield return answer.Whole(await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false));
            yield break;
        }

        await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            yield return answer.Piece(update);
        }

        yield return answer.End();
    }

    public async ValueTask CompleteAsync(GlmChatRequest request, ModelAnswer answer, CancellationToken cancellationToken)
    {
        var options = OptionsReading.ToOptions(request);
        answer.Add(new ForeignAnswer(options.Tools).Whole(await client.GetResponseAsync(Messages(request), options, cancellationToken).ConfigureAwait(false)));
    }

    public Task WaitAsync(GlmException failure, int retries, CancellationToken cancellationToken)
        => RetryPolicy.WaitAsync(failure.Retry, retries, time, cancellationToken);

    // The messages of a run are there encoded only: with the instructions in front, and as what surrounds the model left them.
    private static List<ChatMessage> Messages(GlmChatRequest request)
    {
        var encoded = request.EncodedMessages.Where(static messages => !messages.IsEmpty).Select(static messages => Encoding.UTF8.GetString(messages.Span));
        return [.. MessageReading.Read($"[{string.Join(',', encoded)}]").Concat(request.Messages).Select(MessageReading.ToChat)];
    }
}
