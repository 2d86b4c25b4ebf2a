namespace GlmTools.Benchmarks.Checking;

/// <summary>A figure without noise, so that it can be asserted.</summary>
/// <param name="Name">What the budget is called.</param>
/// <param name="Measure">Finds it out.</param>
internal sealed record ExactFigure(string Name, Func<double> Measure);
