namespace GlmTools.Cli.Tests.Tools;

public sealed record Greeting(string Word);
