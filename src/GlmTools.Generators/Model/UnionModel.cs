namespace GlmTools.Generators.Model;

/// <summary>A closed union: a base type that is always one of some derived ones.</summary>
internal sealed record UnionModel(string CSharp, string Name, bool IsRecursive, EquatableArray<ObjectModel> Cases) : TypeModel(CSharp);
