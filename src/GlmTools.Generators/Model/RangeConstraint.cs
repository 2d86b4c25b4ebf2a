namespace GlmTools.Generators.Model;

/// <summary>Bounds of a number.</summary>
/// <param name="CSharp">The type of the number.</param>
/// <param name="Minimum">The lower bound, or <see langword="null"/>.</param>
/// <param name="Maximum">The upper bound, or <see langword="null"/>.</param>
/// <param name="IsMinimumExclusive">Whether the lower bound itself is out.</param>
/// <param name="IsMaximumExclusive">Whether the upper bound itself is out.</param>
internal sealed record RangeConstraint(string CSharp, DefaultModel? Minimum, DefaultModel? Maximum, bool IsMinimumExclusive, bool IsMaximumExclusive)
    : ConstraintModel;
