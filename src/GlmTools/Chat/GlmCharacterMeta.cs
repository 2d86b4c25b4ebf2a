namespace GlmTools;

/// <summary>Who plays with whom in a chat with <c>charglm-4</c> or <c>emohaa</c> (protocol sheet 2.1).</summary>
public sealed record GlmCharacterMeta
{
    /// <summary>About the user.</summary>
    public string? UserInfo { get; init; }

    /// <summary>About the character the model plays.</summary>
    public string? BotInfo { get; init; }

    /// <summary>The name of the character.</summary>
    public string? BotName { get; init; }

    /// <summary>The name of the user.</summary>
    public string? UserName { get; init; }
}
