namespace GlmTools.Generators.Model;

/// <summary>A form a text has to have.</summary>
/// <param name="Facet">What the schema says, as a JSON member.</param>
/// <param name="Check">The method of the reader that checks it.</param>
internal sealed record FormatConstraint(string Facet, string Check) : ConstraintModel;
