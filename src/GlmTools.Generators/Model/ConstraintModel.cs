namespace GlmTools.Generators.Model;

/// <summary>What a value has to meet beyond its type: a facet of the schema, and a check in the binder.</summary>
internal abstract record ConstraintModel;
