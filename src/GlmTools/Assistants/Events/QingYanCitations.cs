namespace GlmTools;

/// <summary>The sources of a text have come.</summary>
/// <param name="Sources">All of them so far.</param>
public sealed record QingYanCitations(IReadOnlyList<QingYanSource> Sources) : QingYanEvent;
