using Microsoft.Extensions.AI;

namespace Embeddings;

/// <summary>Texts that are found by what they are about.</summary>
internal sealed class TextIndex
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly (string Text, float[] Direction)[] _entries;

    private TextIndex(IEmbeddingGenerator<string, Embedding<float>> generator, (string, float[])[] entries)
        => (_generator, _entries) = (generator, entries);

    public static async Task<TextIndex> BuildAsync(IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var embeddings = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        return new(generator, [.. texts.Zip(embeddings, static (text, embedding) => (text, Normalize(embedding.Vector.Span)))]);
    }

    /// <summary>The texts nearest to another one, the nearest first.</summary>
    public async Task<IReadOnlyList<Match>> FindAsync(string text, int count, CancellationToken cancellationToken)
    {
        var embedding = await _generator.GenerateAsync(text, cancellationToken: cancellationToken);
        var direction = Normalize(embedding.Vector.Span);
        return [.. _entries.Select(entry => new Match(entry.Text, Product(direction, entry.Direction))).OrderByDescending(static match => match.Similarity).Take(count)];
    }

    // Of vectors of length 1 the product is the cosine.
    private static float[] Normalize(ReadOnlySpan<float> vector)
    {
        var length = 0.0;
        foreach (var value in vector)
        {
            length += value * value;
        }

        var direction = vector.ToArray();
        for (var i = 0; i < direction.Length && length > 0; i++)
        {
            direction[i] = (float)(direction[i] / Math.Sqrt(length));
        }

        return direction;
    }

    private static double Product(float[] a, float[] b) => a.Zip(b).Sum(static pair => (double)pair.First * pair.Second);
}
