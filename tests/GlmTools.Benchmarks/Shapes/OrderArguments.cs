namespace GlmTools.Benchmarks.Shapes;

/// <summary>The parameters of T2, for contenders that read them into an object.</summary>
internal sealed record OrderArguments(Order Order);
