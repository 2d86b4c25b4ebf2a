namespace GlmTools.Generators.Model;

/// <summary>A type whose tools are asked for by a type argument.</summary>
/// <param name="CSharp">The type in generated code.</param>
/// <param name="Property">The property that has its tools, which needs no object.</param>
internal sealed record ToolMention(string CSharp, string Property);
