namespace GlmTools;

/// <summary>What a tool may see and the model may not. A parameter of this type never enters the schema.</summary>
public sealed record GlmToolContext
{
    /// <summary>The context of a call that comes from nowhere in particular.</summary>
    public static GlmToolContext Empty { get; } = new();

    /// <summary>The services of the host, or <see langword="null"/>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The id of the agent run the call belongs to, or <see langword="null"/> outside of one.</summary>
    public string? RunId { get; init; }

    /// <summary>The id the model gave the call, or <see langword="null"/> outside of a run.</summary>
    public string? CallId { get; init; }

    /// <summary>Where a tool with an <see cref="IProgress{T}"/> parameter reports, or <see langword="null"/>.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Whatever the application wants its tools to know, such as the signed-in user.</summary>
    public object? State { get; init; }

    /// <summary>The run the call belongs to, for agents that are called as tools.</summary>
    internal RunInProgress? Run { get; init; }
}
