using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the checks of constraints, and the regular expressions they share.</summary>
internal sealed class ConstraintEmitter
{
    private const string Regex = "global::System.Text.RegularExpressions.Regex";

    private readonly List<string> _patterns = [];

    /// <summary>The statement that checks a value which has just been read.</summary>
    public string Check(ConstraintModel constraint, ValueModel value, string local) => constraint switch
    {
        RangeConstraint range => $"reader.CheckRange<{range.CSharp}>({local}, {Bound(range.Minimum)}, {Bound(range.Maximum)}{Exclusive(range)});",
        LengthConstraint length => $"reader.Check{LengthConstraint.Noun(value.Type)}({Measured(value, local)}, {length.Minimum ?? 0}, {(length.Maximum is { } max ? $"{max}" : "int.MaxValue")});",
        PatternConstraint pattern => $"reader.CheckPattern({local}, Patterns.{PatternName(pattern.Pattern)});",
        FormatConstraint format => $"reader.{format.Check}({local});",
        ValuesConstraint values => $"reader.Check{(values.AreDenied ? "Denied" : "Allowed")}<{values.CSharp}>({local}, [{string.Join(", ", values.Values.Select(static v => v.CSharp))}]);",
        _ => throw new NotSupportedException(constraint.ToString()),
    };

    public void EmitPatterns(SourceWriter source)
    {
        if (_patterns.Count == 0)
        {
            return;
        }

        source.Line();
        source.Block("private static class Patterns", () =>
        {
            foreach (var pattern in _patterns)
            {
                source.Line($"public static readonly {Regex} {PatternName(pattern)} = global::GlmTools.Binding.ArgumentReader.Pattern({CSharpText.String(pattern)});");
            }
        });
    }

    private static string Bound(DefaultModel? bound) => bound?.CSharp ?? "null";

    private static string Exclusive(RangeConstraint range)
        => (range.IsMinimumExclusive ? ", isMinimumExclusive: true" : "") + (range.IsMaximumExclusive ? ", isMaximumExclusive: true" : "");

    private static string Measured(ValueModel value, string local) => value.Type is ScalarModel ? local : CollectionText.Count(value, local);

    private string PatternName(string pattern)
    {
        var index = _patterns.IndexOf(pattern);
        if (index < 0)
        {
            index = _patterns.Count;
            _patterns.Add(pattern);
        }

        return $"Pattern{index + 1}";
    }
}
