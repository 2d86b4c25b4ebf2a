using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>
/// Asks a model, executes the tool calls it makes, tells it the results, and ends when it answers. It holds nothing of a
/// run, so one agent serves any number of them at a time.
/// </summary>
public sealed class GlmAgent
{
    /// <summary>The most functions a request may declare (protocol sheet 2.5).</summary>
    private const int MaxTools = 128;

    /// <summary>How often a turn starts again after the service reported, inside an answer, that its inference failed.</summary>
    private const int MaxRestarts = 2;

    private readonly GlmChat _chat;
    private readonly string _model;
    private readonly GlmToolSet _tools;
    private readonly GlmAgentOptions _options;
    private readonly ReadOnlyMemory<byte> _instructions;

    /// <summary>Creates an agent.</summary>
    /// <param name="client">The service.</param>
    /// <param name="model">The model, such as <c>glm-4-flash</c>.</param>
    /// <param name="tools">What the model may call; nothing where it is left out.</param>
    /// <param name="options">How the agent behaves; the defaults where it is left out.</param>
    /// <exception cref="ArgumentException">There is no model, no turn, no time, or there are more than 128 tools.</exception>
    public GlmAgent(GlmClient client, string model, GlmToolSet? tools = null, GlmAgentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        _chat = client.Chat;
        _model = model;
        _tools = tools ?? GlmToolSet.Empty;
        _options = options ?? new GlmAgentOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxTurns, 1);
        TimeLimit.ThrowIfNone(_options.ToolTimeout, nameof(_options.ToolTimeout));
        if (_tools.Count > MaxTools)
        {
            throw new ArgumentException($"The service takes at most {MaxTools} tools, and these are {_tools.Count}; choose some with GlmToolSet.Where.", nameof(tools));
        }

        if (!string.IsNullOrEmpty(_options.Instructions))
        {
            _instructions = ChatMessageWriter.Encode(GlmChatMessage.System(_options.Instructions));
        }
    }

    /// <summary>Runs until the model has answered.</summary>
    /// <param name="prompt">What the user says.</param>
    /// <param name="conversation">The transcript to go on with; a new one where it is left out. It stays valid also when the run fails.</param>
    /// <param name="cancellationToken">Cancels the run. Calls that have not finished are answered as cancelled.</param>
    /// <exception cref="ArgumentException">The prompt is empty.</exception>
    /// <exception cref="InvalidOperationException">Another run is writing the conversation.</exception>
    /// <exception cref="GlmException">The service failed or refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<GlmRun> RunAsync(string prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(prompt);
        await foreach (var e in RunStepsAsync(prompt, conversation ?? new(), streaming: false, cancellationToken).ConfigureAwait(false))
        {
            if (e is GlmRunStopped stopped)
            {
                return stopped.Run;
            }
        }

        throw new UnreachableException();
    }

    /// <summary>Runs until the model has answered, and tells what happens meanwhile. Leaving the enumeration early cancels the run.</summary>
    /// <inheritdoc cref="RunAsync(string, GlmConversation?, CancellationToken)"/>
    public IAsyncEnumerable<GlmRunEvent> StreamAsync(string prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(prompt);
        return RunStepsAsync(prompt, conversation ?? new(), streaming: true, cancellationToken);
    }

    private async IAsyncEnumerable<GlmRunEvent> RunStepsAsync(string prompt, GlmConversation conversation, bool streaming, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var use = conversation.Use();
        conversation.Append(GlmChatMessage.User(prompt));
        var run = new RunInProgress(conversation);
        var executor = new ToolCallExecutor(_tools, _options, run.Id);
        TurnCourse course;
        do
        {
            run.Turns++;
            var hasTools = _tools.Count == 0 || run.Turns < _options.MaxTurns;
            await foreach (var e in AskAsync(run, NextRequest(conversation, hasTools), streaming, cancellationToken).ConfigureAwait(false))
            {
                yield return e;
            }

            course = TurnCourse.After(run.Answer, hasTools);
            var calls = run.Record(course);
            await foreach (var e in executor.ExecuteAsync(conversation, calls, course.Refusal, cancellationToken).ConfigureAwait(false))
            {
                run.Note(e);
                yield return e;
            }
        }
        while (course.Stop is null);

        yield return new GlmRunStopped(run.Finish(course.Stop.Value));
    }

    /// <summary>Asks the model once, or a little more often where its inference fails within an answer.</summary>
    private async IAsyncEnumerable<GlmRunEvent> AskAsync(RunInProgress run, GlmChatRequest request, bool streaming, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var restarts = 0; ; restarts++)
        {
            yield return new GlmTurnStarted(run.Turns);
            var answer = run.Begin();
            var chunks = streaming ? _chat.StreamAsync(request, cancellationToken) : CompleteAsync(request, cancellationToken);
            await foreach (var chunk in chunks.ConfigureAwait(false))
            {
                answer.Add(chunk);
                if (chunk.Delta.ReasoningContent is { Length: > 0 } reasoning)
                {
                    yield return new GlmReasoningDelta(reasoning);
                }

                if (chunk.Delta.Content is { Length: > 0 } text)
                {
                    yield return new GlmTextDelta(text);
                }
            }

            if (answer.FinishReason != GlmFinishReason.NetworkError)
            {
                yield break;
            }

            if (restarts == MaxRestarts)
            {
                throw new GlmStreamException($"The model broke off its answer {restarts + 1} times with finish_reason network_error.");
            }

            await _chat.Retry.WaitAsync(RetryKind.Short, restarts, cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<GlmChatChunk> CompleteAsync(GlmChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return ModelAnswer.ToChunk(await _chat.CompleteAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private GlmChatRequest NextRequest(GlmConversation conversation, bool hasTools) => new(_options.Settings)
    {
        Model = _model,
        EncodedMessages = _instructions.IsEmpty || conversation.BeginsWithSystem
            ? [conversation.Utf8Messages]
            : [_instructions, conversation.Utf8Messages],
        Tools = hasTools && _tools.Count > 0 ? _tools.Utf8Json : default,
    };

    private static void ThrowIfEmpty(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        if (string.IsNullOrWhiteSpace(prompt))
        {
            throw new ArgumentException("The prompt is empty: there is nothing to ask the model.", nameof(prompt));
        }
    }
}
