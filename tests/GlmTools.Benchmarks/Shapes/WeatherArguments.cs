namespace GlmTools.Benchmarks.Shapes;

/// <summary>The parameters of T1, for contenders that read them into an object.</summary>
internal sealed record WeatherArguments(string City, Unit Unit);
