namespace GlmTools.Benchmarks.Shapes;

/// <summary>The parameters of T0, for contenders that read them into an object.</summary>
internal sealed record StatusArguments;
