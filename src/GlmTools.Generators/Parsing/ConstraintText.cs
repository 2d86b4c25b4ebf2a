using GlmTools.Generators.Model;

namespace GlmTools.Generators.Parsing;

/// <summary>What a constraint demands, for a message: <c>at least 1 and at most 10</c>.</summary>
internal static class ConstraintText
{
    public static string Of(ConstraintModel constraint) => constraint switch
    {
        RangeConstraint range => Bounds(
            range.Minimum?.Json is { } min ? $"{(range.IsMinimumExclusive ? "greater than" : "at least")} {min}" : null,
            range.Maximum?.Json is { } max ? $"{(range.IsMaximumExclusive ? "less than" : "at most")} {max}" : null),
        LengthConstraint length => Bounds(
            length.Minimum is { } min ? $"at least {min}" : null,
            length.Maximum is { } max ? $"at most {max}" : null) + " long",
        PatternConstraint pattern => $"a match of {pattern.Pattern}",
        FormatConstraint { Check: "CheckEmailAddress" } => "an e-mail address",
        FormatConstraint { Check: "CheckUrl" } => "a URL",
        FormatConstraint => "base64",
        ValuesConstraint { Values.Count: 0 } => "one of none",
        ValuesConstraint values => $"{(values.AreDenied ? "other than" : "one of")} {string.Join(", ", values.Values.Select(static v => v.Json))}",
        _ => throw new NotSupportedException(constraint.ToString()),
    };

    private static string Bounds(params string?[] bounds) => string.Join(" and ", bounds.Where(static bound => bound is not null));
}
