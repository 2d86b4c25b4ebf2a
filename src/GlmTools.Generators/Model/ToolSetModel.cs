namespace GlmTools.Generators.Model;

/// <summary>A type with tools and its tools, in the ordinal order of their names.</summary>
internal sealed record ToolSetModel(ToolClassModel Class, EquatableArray<ToolModel> Tools);
