namespace GlmTools;

/// <summary>Chats that the service answers later, and the results of all its tasks (protocol sheet 7).</summary>
public sealed class GlmAsync
{
    private readonly GlmTransport _transport;

    internal GlmAsync(GlmTransport transport) => _transport = transport;

    /// <summary>Hands in a chat request.</summary>
    /// <param name="request">The request. Give it an id of its own if it must not run twice: a receipt that gets lost is asked for again.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt.</returns>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmTask> SubmitAsync(GlmChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.SubmitAsync(ApiRequest.Post("async/chat/completions", _transport.Dialect.Write(request), request.Model), cancellationToken);
    }

    /// <summary>Asks once how far a task is: of a chat, an image or a video.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmTaskResult> GetResultAsync(string taskId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(ApiRequest.Get($"async-result/{FieldLimit.Id(nameof(taskId), taskId)}"), Read, cancellationToken).AsTask();

    /// <summary>Waits until a task has succeeded.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="polling">How often to ask, and how long; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting. The task itself goes on.</param>
    /// <exception cref="GlmTaskException">The task failed, or was not done in time.</exception>
    /// <inheritdoc cref="GetResultAsync" path="/exception"/>
    public async Task<GlmTaskResult> WaitAsync(string taskId, GlmPolling? polling = null, CancellationToken cancellationToken = default)
    {
        polling ??= new GlmPolling();
        var result = await polling.UntilAsync(
            token => GetResultAsync(taskId, token),
            static result => result.Status != GlmTaskStatus.Processing,
            progress: null,
            _transport.TimeProvider,
            cancellationToken).ConfigureAwait(false);
        return result.Status == GlmTaskStatus.Success ? result : throw new GlmTaskException(taskId, result.Status, polling.Timeout);
    }

    /// <summary>Hands in a chat request and waits for its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="polling">How often to ask, and how long; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting. A task that was handed in goes on.</param>
    /// <inheritdoc cref="WaitAsync" path="/exception"/>
    public async Task<GlmChatCompletion> CompleteAsync(GlmChatRequest request, GlmPolling? polling = null, CancellationToken cancellationToken = default)
    {
        var task = await SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        var result = await WaitAsync(task.Id, polling, cancellationToken).ConfigureAwait(false);
        return result.Completion ?? throw new GlmException($"Task {task.Id} succeeded without an answer. It may have been another kind of task.");
    }

    private static GlmTaskResult? Read(ReadOnlySpan<byte> utf8)
        => PlatformJson.Read(utf8, PlatformJson.Default.GlmTaskResult) is { } result ? result with { Completion = GlmChat.ReadCompletion(utf8) } : null;
}
