namespace GlmTools;

/// <summary>Whether a model thinks before it answers (protocol sheet 2.4).</summary>
public enum GlmThinkingRule
{
    /// <summary>It does not, and <see cref="GlmChatSettings.Thinking"/> means nothing to it.</summary>
    None,

    /// <summary>It does unless told not to.</summary>
    Optional,

    /// <summary>It always does, and refuses to be told not to.</summary>
    Always,
}
