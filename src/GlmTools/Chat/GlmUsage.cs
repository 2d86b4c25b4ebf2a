namespace GlmTools;

/// <summary>What a request cost, in tokens (protocol sheet 4.3).</summary>
public readonly record struct GlmUsage
{
    /// <summary>Tokens of the request: messages and tool definitions.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Tokens of the answer, those of its reasoning included.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Both together, as the service counts them.</summary>
    public long TotalTokens { get; init; }

    /// <summary>How many of the prompt's tokens came from the service's cache.</summary>
    public long CachedTokens { get; init; }

    /// <summary>How many of the answer's tokens were reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Adds up two requests.</summary>
    public static GlmUsage operator +(GlmUsage left, GlmUsage right) => new()
    {
        PromptTokens = left.PromptTokens + right.PromptTokens,
        CompletionTokens = left.CompletionTokens + right.CompletionTokens,
        TotalTokens = left.TotalTokens + right.TotalTokens,
        CachedTokens = left.CachedTokens + right.CachedTokens,
        ReasoningTokens = left.ReasoningTokens + right.ReasoningTokens,
    };
}
