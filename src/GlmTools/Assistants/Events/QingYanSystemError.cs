namespace GlmTools;

/// <summary>A tool of the assistant failed. The answer may go on.</summary>
/// <param name="Message">What went wrong.</param>
public sealed record QingYanSystemError(string Message) : QingYanContent;
