namespace GlmTools.Benchmarks.Shapes;

/// <summary>The nested argument: a list of objects, a dictionary, a time, a nullable number.</summary>
internal sealed record Order(string Id, Customer Customer, List<OrderLine> Lines, DateTimeOffset PlacedAt, decimal? Discount, Dictionary<string, string> Tags);
