namespace GlmTools;

/// <summary>One thing that happened to a conversation. A conversation is nothing but its entries, one behind the other.</summary>
internal abstract record ConversationEntry;
