namespace GlmTools.Benchmarks.Shapes;

/// <summary>A line of an order.</summary>
internal sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice, string? Note = null);
