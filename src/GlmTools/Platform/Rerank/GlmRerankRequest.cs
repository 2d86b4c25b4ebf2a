namespace GlmTools;

/// <summary>Documents to put in order by how well they answer a query (protocol sheet 8.5).</summary>
public sealed record GlmRerankRequest
{
    /// <summary>The model. Default: <c>rerank</c>.</summary>
    public string Model { get; init; } = "rerank";

    /// <summary>The query, 4096 characters at most.</summary>
    public required string Query { get; init; }

    /// <summary>The documents, 1 to 128 of at most 4096 characters each.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>How many of the best to return; 0 or <see langword="null"/> (the default) for all.</summary>
    public int? TopN { get; init; }

    /// <summary>Whether the answer repeats the documents.</summary>
    public bool? ReturnDocuments { get; init; }

    /// <summary>Whether the scores are the model's own instead of 0 to 1.</summary>
    public bool? ReturnRawScores { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Documents);
        FieldLimit.Text("query", Query, 4096);
        FieldLimit.Count("documents", Documents.Count, 1, 128);
        FieldLimit.Range("top_n", TopN, 0, int.MaxValue);
        for (var i = 0; i < Documents.Count; i++)
        {
            FieldLimit.Text($"documents[{i}]", Documents[i], 4096);
        }
    }
}
