namespace GlmTools.Generators.Model;

/// <summary>A type within itself.</summary>
internal sealed record ReferenceModel(string CSharp, string Name) : TypeModel(CSharp);
