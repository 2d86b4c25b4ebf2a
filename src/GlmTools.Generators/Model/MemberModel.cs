namespace GlmTools.Generators.Model;

/// <summary>A named value in an object: an argument of a tool or a member of a nested type.</summary>
/// <param name="JsonName">Its name on the wire.</param>
/// <param name="CSharpName">Its name in C#.</param>
/// <param name="Description">What the model reads about it, or <see langword="null"/>.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsRequired">Whether the model has to send it.</param>
/// <param name="Default">What it is when left out, where that is a constant.</param>
/// <param name="Assignment">How it gets into its object.</param>
/// <param name="Constraints">What its value has to meet beyond its type.</param>
/// <param name="DeclaredIn">The type that declares its <c>init</c> accessor, which may be a base type, or <see langword="null"/>.</param>
internal sealed record MemberModel(
    string JsonName,
    string CSharpName,
    string? Description,
    ValueModel Value,
    bool IsRequired,
    DefaultModel? Default,
    MemberAssignment Assignment,
    EquatableArray<ConstraintModel> Constraints,
    string? DeclaredIn = null);
