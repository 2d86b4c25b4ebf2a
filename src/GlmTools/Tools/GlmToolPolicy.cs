namespace GlmTools;

/// <summary>What <see cref="GlmToolAttribute"/> declares about the calls of a tool.</summary>
public sealed record GlmToolPolicy
{
    /// <summary>The policy of a tool that declares nothing.</summary>
    public static GlmToolPolicy Default { get; } = new();

    /// <inheritdoc cref="GlmToolAttribute.Effect"/>
    public GlmToolEffect Effect { get; init; }

    /// <inheritdoc cref="GlmToolAttribute.RequiresApproval"/>
    public bool RequiresApproval { get; init; }

    /// <summary>
    /// What the person is asked, with arguments in braces by their names on the wire, or <see langword="null"/> (the default) for the
    /// name of the tool and its arguments. <see cref="GlmTool.Confirm"/> fills it.
    /// </summary>
    public string? Confirmation { get; init; }

    /// <summary>How long a call may take, or <see langword="null"/> (the default) for the agent's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc cref="GlmToolAttribute.Exclusive"/>
    public string? Exclusive { get; init; }

    /// <inheritdoc cref="GlmToolAttribute.MaxResultLength"/>
    public int MaxResultLength { get; init; }
}
