using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>GLM's embeddings for whatever in .NET takes an embedding generator: vector stores, pipelines, caches.</summary>
public sealed class GlmEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly GlmClient _client;
    private readonly string _model;
    private readonly int? _dimensions;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Creates a generator over a client.</summary>
    /// <param name="client">The client. It is not disposed together with the generator.</param>
    /// <param name="model">The model, where the options of a call name none.</param>
    /// <param name="dimensions">The length of the vectors, where the options of a call do not say; <see langword="null"/> (the default) for the model's own.</param>
    public GlmEmbeddingGenerator(GlmClient client, string model = "embedding-3", int? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        (_client, _model, _dimensions) = (client, model, dimensions);
        _metadata = new(GlmTelemetry.ProviderName, client.BaseAddress, model, dimensions);
    }

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var result = await _client.Embeddings.CreateAsync(
            new() { Model = options?.ModelId ?? _model, Input = [.. values], Dimensions = options?.Dimensions ?? _dimensions },
            cancellationToken).ConfigureAwait(false);
        return new(result.Embeddings.Select(embedding => new Embedding<float>(embedding.Vector) { ModelId = result.Model }))
        {
            Usage = new() { InputTokenCount = result.Usage.PromptTokens, TotalTokenCount = result.Usage.TotalTokens },
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_client) ? _client
            : null;
    }

    /// <summary>Does nothing: the client belongs to whoever made it.</summary>
    public void Dispose()
    {
    }
}
