namespace GlmTools;

/// <summary>Makes images (protocol sheet 8.2).</summary>
public sealed class GlmImages
{
    private readonly GlmTransport _transport;

    internal GlmImages(GlmTransport transport) => _transport = transport;

    /// <summary>Makes an image and waits for it.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Where it is: fetch it with any HTTP client, and without the API key.</returns>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmImageResult> GenerateAsync(GlmImageRequest request, CancellationToken cancellationToken = default)
        => _transport.SendAsync(Post("images/generations", request), PlatformJson.Default.GlmImageResult, cancellationToken);

    /// <summary>Hands in an image to make; only <c>glm-image</c> takes such tasks.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt; <see cref="GlmAsync.WaitAsync"/> waits for <see cref="GlmTaskResult.Images"/>.</returns>
    /// <inheritdoc cref="GenerateAsync" path="/exception"/>
    public Task<GlmTask> SubmitAsync(GlmImageRequest request, CancellationToken cancellationToken = default)
        => _transport.SubmitAsync(Post("async/images/generations", request), cancellationToken);

    private static ApiRequest Post(string path, GlmImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return ApiRequest.Post(path, PlatformJson.Write(request, PlatformJson.Default.GlmImageRequest), request.Model);
    }
}
