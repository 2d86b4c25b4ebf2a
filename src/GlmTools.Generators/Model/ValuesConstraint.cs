namespace GlmTools.Generators.Model;

/// <summary>The only values allowed, or the ones that are not.</summary>
internal sealed record ValuesConstraint(string CSharp, EquatableArray<DefaultModel> Values, bool AreDenied) : ConstraintModel;
