namespace GlmTools;

/// <summary>What the service's content filter thinks of a part of the conversation (protocol sheet 4.1).</summary>
/// <param name="Role">Which part: <c>assistant</c> for the answer, <c>user</c> for the question, <c>history</c> for what was before.</param>
/// <param name="Level">How severe it is, 0 to 3; 0 is the worst.</param>
public sealed record GlmContentFilter(string Role, int Level);
