namespace GlmTools.Tests.Tools;

public sealed record Loan(string Title, DateOnly Due);
