namespace GlmTools.Generators.Model;

/// <summary>A dictionary with string keys.</summary>
internal sealed record DictionaryModel(string CSharp, ValueModel Value) : TypeModel(CSharp);
