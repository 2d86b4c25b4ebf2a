namespace GlmTools.Cli.Tests.Tools;

public sealed record Book(string Title);
