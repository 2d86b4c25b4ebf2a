namespace GlmTools;

/// <summary>Makes videos, which takes from half a minute to several (protocol sheet 8.3).</summary>
public sealed class GlmVideos
{
    private readonly GlmTransport _transport;
    private readonly GlmAsync _async;

    internal GlmVideos(GlmTransport transport, GlmAsync async) => (_transport, _async) = (transport, async);

    /// <summary>Hands in a video to make.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt; <see cref="GlmAsync.WaitAsync"/> waits for <see cref="GlmTaskResult.Videos"/>.</returns>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmTask> SubmitAsync(GlmVideoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var body = PlatformJson.Write(request, PlatformJson.Default.GlmVideoRequest);
        return _transport.SubmitAsync(ApiRequest.Post("videos/generations", body, request.Model), cancellationToken);
    }

    /// <summary>Makes a video and waits for it.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="polling">How often to ask, and how long; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting. A task that was handed in goes on.</param>
    /// <returns>Where it is: fetch it with any HTTP client, and without the API key.</returns>
    /// <exception cref="GlmTaskException">The task failed, or was not done in time.</exception>
    /// <inheritdoc cref="SubmitAsync" path="/exception"/>
    public async Task<IReadOnlyList<GlmVideo>> GenerateAsync(GlmVideoRequest request, GlmPolling? polling = null, CancellationToken cancellationToken = default)
    {
        var task = await SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        return (await _async.WaitAsync(task.Id, polling, cancellationToken).ConfigureAwait(false)).Videos;
    }
}
