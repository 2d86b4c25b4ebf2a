namespace GlmTools;

/// <summary>A message of a prompt.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">What it says.</param>
public sealed record GlmV3Message(string Role, string Content)
{
    /// <summary>A message of the user.</summary>
    public static GlmV3Message User(string content) => new("user", content);

    /// <summary>A message of the model.</summary>
    public static GlmV3Message Assistant(string content) => new("assistant", content);
}
