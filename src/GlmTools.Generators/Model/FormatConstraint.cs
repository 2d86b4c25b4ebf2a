namespace GlmTools.Generators.Model;

/// <summary>A form a text has to have.</summary>
/// <param name="Facet">What the schema says, as a JSON member.</param>
/// <param name="Check">The method of the reader that checks it.</param>
/// <param name="Pattern">What the format leaves open, as a pattern; a value has one at most, and its own goes first.</param>
internal sealed record FormatConstraint(string Facet, string Check, string? Pattern = null) : ConstraintModel;
