namespace GlmTools;

/// <summary>
/// Lets a GLM model call this method. The source generator turns it into a constant JSON-schema definition and a
/// reflection-free dispatcher, reachable through the generated <c>Tools</c> property of the declaring type.
/// </summary>
/// <param name="name">
/// The tool's name on the wire; <see langword="null"/> (the default) for the method's name in snake_case without
/// its <c>Async</c> suffix. GLM accepts 1 to 64 characters out of <c>a-z A-Z 0-9 _ -</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GlmToolAttribute(string? name = null) : Attribute
{
    /// <summary>The tool's name on the wire, or <see langword="null"/> for the default one.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// What the model reads about the tool. Default: the method's <c>[Description]</c>, else the summary of its XML docs.
    /// </summary>
    public string? Description { get; set; }

    /// <summary>What a call does to the world. Default: <see cref="GlmToolEffect.Unspecified"/>.</summary>
    public GlmToolEffect Effect { get; set; }

    /// <summary>Whether a person has to approve each call. Default: <see langword="false"/>.</summary>
    public bool RequiresApproval { get; set; }

    /// <summary>
    /// What the person is asked, with arguments in braces: <c>Send {amount} to {account.owner}</c>. A place names a parameter or, behind
    /// a dot, a member, as in C# or as on the wire; <c>{{</c> and <c>}}</c> stand for braces. <see langword="null"/> (the
    /// default) for the name of the tool and its arguments. Checked at compile time.
    /// </summary>
    public string? Confirmation { get; set; }

    /// <summary>How long a call may take, in seconds; 0 (the default) for the agent's own limit.</summary>
    public double TimeoutSeconds { get; set; }

    /// <summary>
    /// A key; calls of tools with the same key never overlap, in all runs of the process. One that has to wait for a method that does not
    /// end when its time is up waits as long as its own time, and is refused then. <see langword="null"/> (the default) for no such limit.
    /// </summary>
    public string? Exclusive { get; set; }

    /// <summary>
    /// The longest result the model gets to see, in characters; 0 (the default) for the agent's own limit. A longer one is
    /// cut in the middle, with a note.
    /// </summary>
    public int MaxResultLength { get; set; }
}
