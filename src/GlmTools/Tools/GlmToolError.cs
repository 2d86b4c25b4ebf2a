using System.Globalization;
using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Why the arguments of a call could not be bound: every problem at once, so that the model can mend them in one go.</summary>
/// <param name="tool">The name of the tool.</param>
/// <param name="problems">The problems, in the order of the arguments.</param>
/// <param name="example">Arguments that fit, as JSON, or <see langword="null"/> (the default) for none.</param>
public sealed class GlmToolError(string tool, IReadOnlyList<GlmToolProblem> problems, string? example = null)
{
    /// <summary>The longest text the model is told, in characters.</summary>
    private const int MaxLength = 4000;

    /// <summary>The longest line of a problem; a path or an enum can be of any length.</summary>
    private const int MaxLineLength = 500;

    /// <summary>The problems, in the order they were met; at most 16.</summary>
    public IReadOnlyList<GlmToolProblem> Problems { get; } = problems;

    /// <summary>The smallest arguments that fit, as JSON; <see langword="null"/> where none can be derived from the schema.</summary>
    public string? Example { get; } = example;

    /// <summary>What the model is told: at most 4,000 characters.</summary>
    public override string ToString()
    {
        var ending = "\nCorrect them and call the tool again." + (Example is null ? "" : $" A call that fits: {Example}");
        var text = new StringBuilder("Error: the arguments of ").Append(tool).Append(" do not fit its schema; nothing was executed.");
        var listed = 0;
        foreach (var problem in Problems)
        {
            var line = $"\n- {Excerpt.Of(problem.ToString(), MaxLineLength)}";
            var more = string.Create(CultureInfo.InvariantCulture, $"\n- and {Problems.Count - listed} more");
            if (text.Length + line.Length + more.Length + ending.Length > MaxLength)
            {
                text.Append(more);
                break;
            }

            text.Append(line);
            listed++;
        }

        return text.Append(ending).ToString();
    }
}
