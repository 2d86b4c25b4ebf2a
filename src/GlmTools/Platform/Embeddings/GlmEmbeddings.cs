namespace GlmTools;

/// <summary>Turns texts into vectors (protocol sheet 8.1).</summary>
public sealed class GlmEmbeddings
{
    /// <summary>How many texts the service takes at a time.</summary>
    internal const int MostItems = 64;

    private readonly GlmTransport _transport;

    internal GlmEmbeddings(GlmTransport transport) => _transport = transport;

    /// <summary>Turns texts into vectors, 64 texts a request.</summary>
    /// <param name="request">The texts; none is fine and asks nobody.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>A vector for each text, in the order of the texts.</returns>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public async Task<GlmEmbeddingResult> CreateAsync(GlmEmbeddingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var all = new List<GlmEmbedding>(request.Input.Count);
        string? model = null;
        var usage = default(GlmUsage);
        foreach (var texts in request.Input.Chunk(MostItems))
        {
            var answer = await AskAsync(request with { Input = texts }, cancellationToken).ConfigureAwait(false);
            var first = all.Count;
            all.AddRange(answer.Embeddings.OrderBy(static embedding => embedding.Index).Select(embedding => embedding with { Index = first + embedding.Index }));
            model ??= answer.Model;
            usage += answer.Usage;
        }

        return new() { Model = model ?? request.Model, Embeddings = all, Usage = usage };
    }

    private Task<GlmEmbeddingResult> AskAsync(GlmEmbeddingRequest request, CancellationToken cancellationToken) => _transport.SendAsync(
        ApiRequest.Post("embeddings", PlatformJson.Write(request, PlatformJson.Default.GlmEmbeddingRequest), request.Model),
        utf8 => PlatformJson.Read(utf8, PlatformJson.Default.GlmEmbeddingResult) is { } answer && HasEach(answer, request.Input.Count) ? answer : null,
        cancellationToken).AsTask();

    // A vector that is missing or comes twice would put all that follow beside the wrong text.
    private static bool HasEach(GlmEmbeddingResult answer, int count)
        => answer.Embeddings.Select(static embedding => embedding.Index).Order().SequenceEqual(Enumerable.Range(0, count));
}
