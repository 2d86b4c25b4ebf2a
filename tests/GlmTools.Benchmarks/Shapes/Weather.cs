namespace GlmTools.Benchmarks.Shapes;

/// <summary>What the tool with two parameters answers.</summary>
internal sealed record Weather(string City, double Temperature, Unit Unit, string Summary);
