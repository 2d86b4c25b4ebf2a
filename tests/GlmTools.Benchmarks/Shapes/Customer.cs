namespace GlmTools.Benchmarks.Shapes;

/// <summary>Who orders.</summary>
internal sealed record Customer(string Name, string Email, string? Phone = null);
