namespace GlmTools;

/// <summary>What a tool call does to the world; the agent's scheduler obeys it.</summary>
public enum GlmToolEffect
{
    /// <summary>Nothing is declared: the call may run beside others and is never repeated on its own.</summary>
    Unspecified,

    /// <summary>The call changes nothing.</summary>
    ReadOnly,

    /// <summary>The call changes something, and calling it twice is the same as calling it once.</summary>
    Idempotent,

    /// <summary>The call destroys or spends something: it runs alone, and never with arguments that had to be repaired.</summary>
    Destructive,
}
