namespace GlmTools.Benchmarks.Shapes;

/// <summary>The parameters of T3, for contenders that read them into an object.</summary>
internal sealed record SearchArguments(
    string Query,
    int Page = 1,
    int PageSize = 20,
    bool Exact = false,
    double MinScore = 0.5,
    long AfterId = 0,
    string Sort = "relevance",
    float Boost = 1f,
    bool Descending = true,
    string? Lang = null,
    int? Year = null,
    decimal MaxPrice = 1000m);
