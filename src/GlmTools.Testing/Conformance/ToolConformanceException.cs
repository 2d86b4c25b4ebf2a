using System.Text;

namespace GlmTools.Testing;

/// <summary>Schema and binder of a tool disagree: a model is told one thing, and held to another.</summary>
public sealed class ToolConformanceException : Exception
{
    /// <summary>More than these bury each other.</summary>
    private const int MaxShown = 10;

    internal ToolConformanceException(IReadOnlyList<ToolDisagreement> disagreements, ToolConformanceReport report, int seed)
        : base(MessageOf(disagreements, seed)) => (Disagreements, Report) = (disagreements, report);

    /// <summary>The smallest arguments for each rule of a schema about which they disagree.</summary>
    public IReadOnlyList<ToolDisagreement> Disagreements { get; }

    /// <summary>What else was tried.</summary>
    public ToolConformanceReport Report { get; }

    private static string MessageOf(IReadOnlyList<ToolDisagreement> disagreements, int seed)
    {
        var message = new StringBuilder($"Schema and binder disagree {(disagreements.Count == 1 ? "once" : $"in {disagreements.Count} ways")} (seed {seed}):");
        foreach (var disagreement in disagreements.Take(MaxShown))
        {
            message.Append($"\n\n{disagreement}");
        }

        return message.Append(disagreements.Count > MaxShown ? $"\n\nand {disagreements.Count - MaxShown} more" : "").ToString();
    }
}
