using System.Text.Json;

namespace GlmTools;

/// <summary>One result of a tool that the service ran. A member is <see langword="null"/> where the kind of tool has no such thing (protocol sheet 4.4).</summary>
public sealed record GlmServerOutput
{
    /// <summary>The kind of result: <c>logs</c> of the code interpreter.</summary>
    public string? Type { get; init; }

    /// <summary>What the code wrote.</summary>
    public string? Logs { get; init; }

    /// <summary>Why the code or the page failed.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The title of a page.</summary>
    public string? Title { get; init; }

    /// <summary>The URL of a page.</summary>
    public string? Link { get; init; }

    /// <summary>The text of a page.</summary>
    public string? Content { get; init; }

    /// <summary>The URL of a drawing.</summary>
    public string? Image { get; init; }

    /// <summary>A passage of a knowledge base.</summary>
    public string? Text { get; init; }

    /// <summary>The document the passage is from.</summary>
    public string? Document { get; init; }

    /// <summary>The result as it came.</summary>
    public JsonElement Json { get; init; }
}
