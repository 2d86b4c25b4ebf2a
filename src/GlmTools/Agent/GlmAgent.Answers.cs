using System.Runtime.CompilerServices;

namespace GlmTools;

/// <content>Runs that are to give an answer of a type.</content>
public sealed partial class GlmAgent
{
    /// <summary>
    /// Runs until the model has given an answer of a type: it is asked to call a function with the members of the type as its
    /// parameters, and what does not fit goes back to it with every problem named, <see cref="GlmAgentOptions.AnswerRetries"/> times at most.
    /// </summary>
    /// <typeparam name="T">The type: named directly here, or marked with <see cref="GlmSchemaAttribute"/>.</typeparam>
    /// <inheritdoc cref="RunAsync(GlmChatMessage, GlmConversation?, CancellationToken)" path="/*[not(self::summary)]"/>
    public async Task<GlmRun<T>> RunAsync<T>(GlmChatMessage prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
    {
        var final = new FinalAnswerOf<T>(GlmSchema<T>.Default);
        return await RunAsync(Prompted(prompt, conversation, final), final, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs until the model has given an answer of a type, and tells what happens meanwhile; the answer comes as a
    /// <see cref="GlmAnswered{T}"/>.
    /// </summary>
    /// <inheritdoc cref="RunAsync{T}(GlmChatMessage, GlmConversation?, CancellationToken)"/>
    public IAsyncEnumerable<GlmRunEvent> StreamAsync<T>(GlmChatMessage prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
    {
        var final = new FinalAnswerOf<T>(GlmSchema<T>.Default);
        return WithAnswerAsync(StreamAsync(Prompted(prompt, conversation, final), cancellationToken), final, cancellationToken);
    }

    /// <summary>Goes on with a conversation where it stopped, until the model has given an answer of a type.</summary>
    /// <typeparam name="T">The type: named directly here, or marked with <see cref="GlmSchemaAttribute"/>.</typeparam>
    /// <inheritdoc cref="ResumeAsync(GlmConversation, IEnumerable{GlmApprovalDecision}, CancellationToken)" path="/*[not(self::summary)]"/>
    public async Task<GlmRun<T>> ResumeAsync<T>(GlmConversation conversation, IEnumerable<GlmApprovalDecision>? decisions = null, CancellationToken cancellationToken = default)
    {
        var final = new FinalAnswerOf<T>(GlmSchema<T>.Default);
        return await RunAsync(Resumed(conversation, decisions, final), final, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<GlmRun<T>> RunAsync<T>(RunStart start, FinalAnswerOf<T> final, CancellationToken cancellationToken)
    {
        var run = await start.ExecuteAsync(streaming: false, listener: null, cancellationToken).ConfigureAwait(false);
        return final.IsGiven ? new(run, final.Value) : new(run);
    }

    private static async IAsyncEnumerable<GlmRunEvent> WithAnswerAsync<T>(
        IAsyncEnumerable<GlmRunEvent> events, FinalAnswerOf<T> final, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var e in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (e is GlmRunStopped && final.IsGiven)
            {
                yield return new GlmAnswered<T>(final.Value);
            }

            yield return e;
        }
    }
}
