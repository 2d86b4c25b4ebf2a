namespace GlmTools.Benchmarks.Measuring;

/// <summary>What came out for one case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Figures">Its figures; rows of a table have the same ones.</param>
internal sealed record Row(string Name, params IReadOnlyList<Figure> Figures);
