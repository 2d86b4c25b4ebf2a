namespace GlmTools.Generators.Model;

/// <summary>A constant default.</summary>
/// <param name="CSharp">The constant in generated code.</param>
/// <param name="Json">The constant in the schema, or <see langword="null"/> where leaving the member out says the same.</param>
internal sealed record DefaultModel(string CSharp, string? Json);
