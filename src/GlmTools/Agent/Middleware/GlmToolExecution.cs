namespace GlmTools;

/// <summary>A tool call on its way through <see cref="GlmAgentOptions.AroundTools"/>.</summary>
public sealed record GlmToolExecution
{
    /// <summary>The tool.</summary>
    public required GlmTool Tool { get; init; }

    /// <summary>The call as the model made it.</summary>
    public required GlmToolCall Call { get; init; }

    /// <summary>The arguments the method is called with, in UTF-8. They are validated behind the last step.</summary>
    public required ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>What the tool may see and the model may not.</summary>
    public required GlmToolContext Context { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; init; } = 1;
}
