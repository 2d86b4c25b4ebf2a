namespace GlmTools.Generators.Model;

/// <summary>How long a text or a collection may be.</summary>
internal sealed record LengthConstraint(int? Minimum, int? Maximum) : ConstraintModel;
