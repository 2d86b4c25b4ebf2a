using System.Text;

namespace GlmTools;

/// <summary>Why the arguments of a call could not be bound: every problem at once, so that the model can mend them in one go.</summary>
/// <param name="tool">The name of the tool.</param>
/// <param name="problems">The problems, in the order of the arguments.</param>
public sealed class GlmToolError(string tool, IReadOnlyList<GlmToolProblem> problems)
{
    /// <summary>The problems, in the order they were met.</summary>
    public IReadOnlyList<GlmToolProblem> Problems { get; } = problems;

    /// <summary>What the model is told.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Error: the arguments of ").Append(tool).Append(" do not fit its schema; nothing was executed.");
        foreach (var problem in Problems)
        {
            text.Append("\n- ").Append(problem);
        }

        return text.Append("\nCorrect them and call the tool again.").ToString();
    }
}
