namespace GlmTools.Generators.Model;

/// <summary>A regular expression the whole text has to match, in the dialect of JSON Schema.</summary>
internal sealed record PatternConstraint(string Pattern) : ConstraintModel;
