namespace GlmTools.Benchmarks.Shapes;

/// <summary>What the tool with twelve parameters answers.</summary>
internal sealed record SearchResult(int Count, string[] Ids);
