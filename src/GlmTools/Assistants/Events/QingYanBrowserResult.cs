namespace GlmTools;

/// <summary>The assistant looked at a web page.</summary>
public sealed record QingYanBrowserResult : QingYanContent
{
    /// <summary>The title of the page; <see langword="null"/> where it did not come.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the page; <see langword="null"/> where it did not come.</summary>
    public string? Url { get; init; }

    /// <summary>The JSON text they were read from, as it came.</summary>
    public required string Content { get; init; }
}
