using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using GlmTools;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hosting;

/// <summary>Streams what happens in a run as server-sent events. A browser that goes away cancels the run.</summary>
internal static class Answers
{
    public static Results<ServerSentEventsResult<string>, BadRequest<string>> Get(
        string? question, string? conversation, [FromKeyedServices("weather")] GlmAgent agent, CancellationToken cancellationToken)
        => string.IsNullOrWhiteSpace(question) || string.IsNullOrWhiteSpace(conversation)
            ? TypedResults.BadRequest("Give a question and the id of a conversation: /ask?question=...&conversation=...")
            : TypedResults.ServerSentEvents(StreamAsync(agent, question, conversation, cancellationToken));

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(GlmAgent agent, string question, string conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = EventsAsync(agent, question, conversation, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            SseItem<string>? next;
            try
            {
                next = await events.MoveNextAsync() ? events.Current : null;
            }
            catch (Exception failure) when (failure is GlmException or InvalidOperationException)
            {
                // The head of the answer is long gone; an event is the only way to tell.
                next = new(failure.Message, "failure");
            }

            if (next is not { } item)
            {
                yield break;
            }

            yield return item;
            if (item.EventType == "failure")
            {
                yield break;
            }
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(GlmAgent agent, string question, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var conversation = await agent.OpenAsync(id, cancellationToken);
        await foreach (var e in agent.StreamAsync(question, conversation, cancellationToken))
        {
            switch (e)
            {
                case GlmTextDelta delta:
                    yield return new(delta.Text, "text");
                    break;
                case GlmToolCallStarted started:
                    yield return new($"{started.Call.Name} {started.Call.Arguments}", "call");
                    break;
                case GlmToolCallFinished finished:
                    yield return new(finished.Result.Text, "result");
                    break;
                case GlmRunStopped stopped:
                    yield return new($"{stopped.Run.StopReason}", "stopped");
                    break;
            }
        }
    }
}
