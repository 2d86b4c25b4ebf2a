namespace GlmTools;

/// <summary>A page that a web search of the service found (protocol sheet 4.1).</summary>
public sealed record GlmWebSearchResult
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The URL.</summary>
    public string? Link { get; init; }

    /// <summary>The text, or a piece of it.</summary>
    public string? Content { get; init; }

    /// <summary>Who published it.</summary>
    public string? Media { get; init; }

    /// <summary>When it was published, as the service writes it.</summary>
    public string? PublishDate { get; init; }

    /// <summary>The URL of the publisher's icon.</summary>
    public string? Icon { get; init; }

    /// <summary>How the answer refers to it, such as <c>ref_1</c>.</summary>
    public string? Refer { get; init; }
}
