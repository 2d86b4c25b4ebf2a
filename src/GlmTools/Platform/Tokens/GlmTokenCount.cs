namespace GlmTools;

/// <summary>How many tokens a request has (protocol sheet 8.5).</summary>
public sealed record GlmTokenCount
{
    /// <summary>Those of the text, and of the template around it.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Those of images; 0 where the service does not say.</summary>
    public long ImageTokens { get; init; }

    /// <summary>Those of videos; 0 where the service does not say.</summary>
    public long VideoTokens { get; init; }

    /// <summary>All together; 0 where the service does not say.</summary>
    public long TotalTokens { get; init; }
}
