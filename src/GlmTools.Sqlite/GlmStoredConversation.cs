namespace GlmTools;

/// <summary>What a <see cref="GlmSqliteStore"/> knows of a conversation without reading it.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="LastWritten">When the last of them was appended, to the millisecond.</param>
public sealed record GlmStoredConversation(string Id, long Entries, DateTimeOffset LastWritten);
