using GlmTools.Generators.Model;

namespace GlmTools.Generators.Parsing;

/// <summary>Finds constraints that no value can meet: a model would be sent in circles.</summary>
internal static class Contradictions
{
    /// <returns>What cannot be, for a message; <see langword="null"/> where there is a value.</returns>
    public static string? In(IReadOnlyList<ConstraintModel> constraints) => Lengths(constraints) ?? Ranges(constraints) ?? Values(constraints);

    private static string? Lengths(IReadOnlyList<ConstraintModel> constraints)
    {
        var lengths = constraints.OfType<LengthConstraint>().ToList();
        var minimum = lengths.Max(static l => l.Minimum);
        var maximum = lengths.Min(static l => l.Maximum);
        return maximum < (minimum ?? 0) ? ConstraintText.Of(new LengthConstraint(minimum, maximum)) : null;
    }

    private static string? Ranges(IReadOnlyList<ConstraintModel> constraints)
    {
        var ranges = constraints.OfType<RangeConstraint>().ToList();
        return ranges.SelectMany(_ => ranges, static (lower, upper) => lower with { Maximum = upper.Maximum, IsMaximumExclusive = upper.IsMaximumExclusive })
            .Where(IsEmpty).Select(ConstraintText.Of).FirstOrDefault();
    }

    private static bool IsEmpty(RangeConstraint range)
    {
        var number = NumberType.Of(range.CSharp)!;
        var minimum = ConstraintCheck.Number(range.Minimum?.Json) ?? number.Minimum;
        var maximum = ConstraintCheck.Number(range.Maximum?.Json) ?? number.Maximum;
        if (minimum > number.Maximum || maximum < number.Minimum)
        {
            return true;
        }

        // Between 1 and 2, both out, there is no integer.
        var hasExclusive = range.IsMinimumExclusive || range.IsMaximumExclusive;
        return number.IsInteger
            ? minimum + (range.IsMinimumExclusive ? 1 : 0) > maximum - (range.IsMaximumExclusive ? 1 : 0)
            : minimum > maximum || (minimum == maximum && hasExclusive);
    }

    private static string? Values(IReadOnlyList<ConstraintModel> constraints)
        => constraints.OfType<ValuesConstraint>().FirstOrDefault(static v => !v.AreDenied) is { } allowed
            && !allowed.Values.Any(value => constraints.All(constraint => ConstraintCheck.IsMet(constraint, ConstraintCheck.Value(value))))
            ? string.Join(" and ", constraints.Select(ConstraintText.Of))
            : null;
}
