namespace GlmTools;

/// <summary>What <c>models.json</c> holds.</summary>
/// <param name="Date">The day it is of.</param>
/// <param name="Models">The models.</param>
internal sealed record ModelFile(DateOnly Date, IReadOnlyList<GlmModelInfo> Models);
