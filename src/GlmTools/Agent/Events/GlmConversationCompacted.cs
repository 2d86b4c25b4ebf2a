namespace GlmTools;

/// <summary>The conversation was compacted, so that it fits into the model's context window.</summary>
/// <param name="Before">How many messages it had.</param>
/// <param name="After">How many it has now.</param>
public sealed record GlmConversationCompacted(int Before, int After) : GlmRunEvent;
