namespace GlmTools;

/// <summary>A call is about to be executed. In a stream this may come before the message it is part of.</summary>
/// <param name="Recorded">The call.</param>
internal sealed record CallStartedEntry(RecordedCall Recorded) : ConversationEntry;
