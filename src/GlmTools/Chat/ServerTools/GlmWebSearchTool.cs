namespace GlmTools;

/// <summary>Lets the service search the web before the model answers (protocol sheet 2.5). What is <see langword="null"/> is not sent.</summary>
/// <param name="SearchEngine"><c>search_std</c>, <c>search_pro</c>, <c>search_pro_sogou</c> or <c>search_pro_quark</c>.</param>
public sealed record GlmWebSearchTool(string SearchEngine) : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "web_search";

    /// <summary>Whether it may search. Default: <see langword="true"/>, although the service's own default is not to.</summary>
    public bool Enable { get; init; } = true;

    /// <summary>What to search for; the model decides where it is left out.</summary>
    public string? SearchQuery { get; init; }

    /// <summary>Whether the service first judges what the question is after.</summary>
    public bool? SearchIntent { get; init; }

    /// <summary>How many results, 1 to 50; for <c>search_pro_sogou</c> 10, 20, 30, 40 or 50. The service's default: 10.</summary>
    public int? Count { get; init; }

    /// <summary>The only domain to search.</summary>
    public string? SearchDomainFilter { get; init; }

    /// <summary>How old results may be: <c>oneDay</c>, <c>oneWeek</c>, <c>oneMonth</c>, <c>oneYear</c> or <c>noLimit</c>.</summary>
    public string? SearchRecencyFilter { get; init; }

    /// <summary>How much of each page: <c>medium</c> or <c>high</c>.</summary>
    public string? ContentSize { get; init; }

    /// <summary>Where the results come in a stream: <c>before</c> or <c>after</c> the text. The service's default: <c>after</c>.</summary>
    public string? ResultSequence { get; init; }

    /// <summary>Whether the answer brings the results, in <see cref="GlmChatCompletion.WebSearch"/>. The service's default: it does not.</summary>
    public bool? SearchResult { get; init; }

    /// <summary>Whether the model may only answer out of the results.</summary>
    public bool? RequireSearch { get; init; }

    /// <summary>How the model is to use the results.</summary>
    public string? SearchPrompt { get; init; }
}
