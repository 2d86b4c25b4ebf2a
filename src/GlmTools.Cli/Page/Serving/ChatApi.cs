using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Cli.Page.Timelines;
using GlmTools.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>A chat: one question at a time, whose answer is streamed as a line of JSON an event.</summary>
/// <param name="agent">Who answers.</param>
/// <param name="approvals">Where the answers to its questions come in.</param>
/// <param name="recorder">What records its wire.</param>
/// <param name="history">Where its runs go.</param>
/// <param name="leftOut">Why tools are left out of the chat.</param>
internal sealed class ChatApi(GlmAgent agent, PageApprovals approvals, GlmRecorder recorder, RunHistory history, IReadOnlyList<string> leftOut) : IPageApi
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile CancellationTokenSource? _running;
    private GlmConversation _conversation = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/chat", context => context.AnswerAsync(new { Tools = agent.Tools.Select(static tool => tool.Name), LeftOut = leftOut }));
        routes.MapPost("/api/chat", AskAsync);
        routes.MapPost("/api/chat/cancel", CancelAsync);
        routes.MapPost("/api/chat/new", StartAnewAsync);
        routes.MapPost("/api/chat/approvals", DecideAsync);
    }

    private async Task AskAsync(HttpContext context)
    {
        if (!await _one.WaitAsync(0).ConfigureAwait(false))
        {
            await context.AnswerAsync(StatusCodes.Status409Conflict).ConfigureAwait(false);
            return;
        }

        try
        {
            var question = JsonSerializer.Deserialize<string>(await context.BodyAsync().ConfigureAwait(false));
            if (string.IsNullOrWhiteSpace(question))
            {
                throw new CliException("there is no question.");
            }

            using var running = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            _running = running;
            context.Response.ContentType = "application/x-ndjson; charset=utf-8";
            await StreamAsync(context, question, running.Token).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            throw new CliException("the question has to be a JSON string.");
        }
        finally
        {
            _running = null;
            _one.Release();
        }
    }

    private async Task StreamAsync(HttpContext context, string question, CancellationToken cancellationToken)
    {
        var before = recorder.Cassette.Exchanges.Count;
        try
        {
            await foreach (var e in agent.StreamAsync(question, _conversation, cancellationToken).ConfigureAwait(false))
            {
                if (e is GlmApprovalRequested { Request.CallId: var call })
                {
                    approvals.Expect(call);
                }

                if ((e is GlmRunStopped { Run: var run } ? Stopped(RunTimelineReader.Read(run, [.. recorder.Cassette.Exchanges.Skip(before)])) : ChatEvents.Json(e)) is { } json)
                {
                    await SendAsync(context, json).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // All calls are answered by now. With this as the answer the conversation can go on.
            await _conversation.AddAsync(GlmChatMessage.Assistant("(The user cancelled this answer.)"), CancellationToken.None).ConfigureAwait(false);
            var timeline = await CassetteTimelineReader.ReadAsync([.. recorder.Cassette.Exchanges.Skip(before)], context.RequestAborted).ConfigureAwait(false);
            await SendAsync(context, Stopped(timeline with { Title = question, Stop = "Cancelled" })).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is GlmException or HttpRequestException)
        {
            await SendAsync(context, new() { ["type"] = "error", ["message"] = failure.Message }).ConfigureAwait(false);
        }
    }

    private JsonObject Stopped(RunTimeline run) => new()
    {
        ["type"] = "stopped",
        ["run"] = history.Add(run),
        ["stop"] = run.Stop,
        ["seconds"] = run.Seconds,
        ["prompt"] = run.Tokens.Prompt,
        ["completion"] = run.Tokens.Completion,
        ["cost"] = run.Cost,
    };

    private static async Task SendAsync(HttpContext context, JsonObject json)
    {
        await context.Response.WriteAsync(context.Text(json) + "\n", context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private async Task CancelAsync(HttpContext context)
    {
        try
        {
            if (_running is { } running)
            {
                await running.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (ObjectDisposedException)
        {
            // The answer has just ended by itself.
        }

        await context.AnswerAsync(StatusCodes.Status204NoContent).ConfigureAwait(false);
    }

    private async Task StartAnewAsync(HttpContext context)
    {
        if (!await _one.WaitAsync(0).ConfigureAwait(false))
        {
            await context.AnswerAsync(StatusCodes.Status409Conflict).ConfigureAwait(false);
            return;
        }

        _conversation = new();
        _one.Release();
        await context.AnswerAsync(StatusCodes.Status204NoContent).ConfigureAwait(false);
    }

    private async Task DecideAsync(HttpContext context)
    {
        var isKnown = approvals.Decide(context.Request.Query["call"].ToString(), context.Request.Query["answer"] == "yes");
        await context.AnswerAsync(isKnown ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound).ConfigureAwait(false);
    }
}
