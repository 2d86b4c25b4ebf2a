namespace GlmTools;

/// <summary>A piece of a tool call in a stream. Every member may be missing (protocol sheet 5.3).</summary>
public readonly record struct GlmToolCallDelta
{
    /// <summary>Which of the answer's calls the piece belongs to.</summary>
    public int? Index { get; init; }

    /// <summary>The call's id; usually only in its first piece.</summary>
    public string? Id { get; init; }

    /// <summary><c>function</c>, or a kind of tool the service runs itself; usually only in the first piece.</summary>
    public string? Type { get; init; }

    /// <summary>The name of the tool; usually only in the first piece.</summary>
    public string? Name { get; init; }

    /// <summary>The next part of the arguments' text, cut anywhere.</summary>
    public string? Arguments { get; init; }

    /// <summary>What a tool of the service does or has done; <see langword="null"/> for a function.</summary>
    public GlmServerCall? ServerCall { get; init; }
}
