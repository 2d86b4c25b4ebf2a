using System.Collections.Immutable;

namespace GlmTools.Emulator.Scenarios;

/// <summary>What a place to fill may name where it stands: the captures and results of its rule and of the rules around.</summary>
internal sealed record ScenarioNames(ImmutableHashSet<string> Captures, ImmutableList<string> Results)
{
    public static ScenarioNames None { get; } = new([], []);

    public ScenarioNames With(ScenarioRule rule)
        => new(Captures.Union((rule.User?.GetGroupNames() ?? []).Where(static name => !char.IsAsciiDigit(name[0]))), Results.AddRange(rule.Results));

    /// <summary>Why a placeholder cannot stand here, or <see langword="null"/> when it can.</summary>
    public string? Refuse(Placeholder placeholder)
    {
        if (Captures.Contains(placeholder.Name))
        {
            return placeholder is { Members: [], ResultIndex: 0 } ? null : $"wants a member of '{placeholder.Name}', which is a capture and has none";
        }

        var results = Results.Count(name => name == placeholder.Name);
        return results == 0 ? $"names '{placeholder.Name}', which is no named group of 'user' and no tool in 'results'"
            : placeholder.ResultIndex >= results ? $"wants result {placeholder.ResultIndex} of '{placeholder.Name}'; name the tool {placeholder.ResultIndex + 1} times in 'results'"
            : null;
    }
}
