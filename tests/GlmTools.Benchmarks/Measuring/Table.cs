namespace GlmTools.Benchmarks.Measuring;

/// <summary>Cases that were measured together.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Rows">The cases, the limit first.</param>
internal sealed record Table(string Title, IReadOnlyList<Row> Rows);
