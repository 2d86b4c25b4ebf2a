namespace GlmTools;

/// <summary>What to look for on the web (protocol sheet 8.6). What is <see langword="null"/> is not sent.</summary>
public sealed record GlmWebSearchRequest
{
    /// <summary>The query. The service advises 70 characters at most.</summary>
    public required string SearchQuery { get; init; }

    /// <summary>The engine: <c>search_std</c>, <c>search_pro</c>, <c>search_pro_sogou</c> or <c>search_pro_quark</c>. Default: <c>search_std</c>.</summary>
    public string SearchEngine { get; init; } = "search_std";

    /// <summary>Whether the service first judges what the query is after.</summary>
    public bool? SearchIntent { get; init; }

    /// <summary>How many results, 1 to 50; for <c>search_pro_sogou</c> 10, 20, 30, 40 or 50. The service's default: 10.</summary>
    public int? Count { get; init; }

    /// <summary>The only domain to search.</summary>
    public string? SearchDomainFilter { get; init; }

    /// <summary>How old results may be: <c>oneDay</c>, <c>oneWeek</c>, <c>oneMonth</c>, <c>oneYear</c> or <c>noLimit</c>.</summary>
    public string? SearchRecencyFilter { get; init; }

    /// <summary>How much of each page: <c>medium</c> or <c>high</c>.</summary>
    public string? ContentSize { get; init; }

    /// <summary>An id for the request, never used before.</summary>
    public string? RequestId { get; init; }

    /// <summary>An id of the end user, 6 to 128 characters.</summary>
    public string? UserId { get; init; }

    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    internal void Validate()
    {
        FieldLimit.Text("search_query", SearchQuery, int.MaxValue);
        FieldLimit.OneOf("search_engine", SearchEngine, "search_std", "search_pro", "search_pro_sogou", "search_pro_quark");
        FieldLimit.OneOf("search_recency_filter", SearchRecencyFilter, "oneDay", "oneWeek", "oneMonth", "oneYear", "noLimit");
        FieldLimit.OneOf("content_size", ContentSize, "medium", "high");
        FieldLimit.Length("user_id", UserId, 6, 128);
        FieldLimit.Range("count", Count, 1, 50);
        if (SearchEngine == "search_pro_sogou")
        {
            FieldLimit.OneOf("count", Count, 10, 20, 30, 40, 50);
        }
    }
}
