namespace GlmTools.Generators.Model;

/// <summary>An array, a list, or an interface a list fulfils.</summary>
internal sealed record ListModel(string CSharp, ValueModel Element, bool IsArray) : TypeModel(CSharp);
