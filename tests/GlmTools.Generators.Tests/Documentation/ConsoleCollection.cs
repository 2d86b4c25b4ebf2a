namespace GlmTools.Generators.Tests.Documentation;

/// <summary>Tests that take over the console, the environment and the current folder, so that nothing may run beside them.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public sealed class ConsoleCollection;
