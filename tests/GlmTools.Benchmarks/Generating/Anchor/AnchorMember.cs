namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>A parameter, or a property of an object.</summary>
internal sealed record AnchorMember(string Name, string Type, AnchorKind Kind, bool IsOptional, string? Default, AnchorArray<AnchorMember> Members);
