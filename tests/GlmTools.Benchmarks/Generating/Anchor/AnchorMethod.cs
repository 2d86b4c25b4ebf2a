namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>A method with the attribute.</summary>
internal sealed record AnchorMethod(string Namespace, string Class, string Name, string Description, AnchorArray<AnchorMember> Parameters);
