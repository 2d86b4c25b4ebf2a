namespace GlmTools.Generators.Model;

/// <summary>A value that is a single token.</summary>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="JsonType">Its <c>type</c> in the schema.</param>
/// <param name="Facets">What else the schema says, as JSON members; empty for nothing.</param>
/// <param name="Read">The method of the reader that reads it.</param>
internal sealed record ScalarModel(string CSharp, string JsonType, string Facets, string Read) : TypeModel(CSharp);
