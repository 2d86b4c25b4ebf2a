namespace GlmTools.Benchmarks.Shapes;

/// <summary>What the tool with the nested argument answers.</summary>
internal sealed record Receipt(string OrderId, decimal Total, int LineCount, DateTimeOffset Eta);
