namespace GlmTools;

/// <summary>A call has its answer.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Text">What the tool message says.</param>
internal sealed record CallFinishedEntry(string CallId, string Text) : ConversationEntry;
