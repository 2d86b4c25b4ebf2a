using System.Text.RegularExpressions;

namespace GlmTools.Emulator.Scenarios;

/// <summary>Conditions, and what to do where all of them hold: an answer, or more rules.</summary>
internal sealed record ScenarioRule
{
    /// <summary>Where the rule stands in its file.</summary>
    public required string Place { get; init; }

    /// <summary>The role the last message must have, or <see langword="null"/> for any.</summary>
    public string? Last { get; init; }

    /// <summary>What the last user message must match, or <see langword="null"/> for anything.</summary>
    public Regex? User { get; init; }

    /// <summary>The tools that must be declared.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The tools that must have answered in this turn; a name that comes twice must have answered twice.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>The answer, or <see langword="null"/> for a rule of rules.</summary>
    public ScenarioAnswer? Answer { get; init; }

    public IReadOnlyList<ScenarioRule> Rules { get; init; } = [];

    /// <summary>The answer of the first rule that fits and whose answer can be given, or <see langword="null"/>.</summary>
    public static EmulatedReply? FirstReply(IReadOnlyList<ScenarioRule> rules, ScenarioTurn turn)
        => rules.Select(rule => rule.Reply(turn)).FirstOrDefault(static reply => reply is not null);

    private EmulatedReply? Reply(ScenarioTurn turn)
    {
        var fits = (Last is null || Last == turn.LastRole)
            && Tools.All(turn.Tools.Contains)
            && Results.GroupBy(static name => name).All(group => turn.Results[group.Key].Count() >= group.Count());
        if (!fits || Match(turn) is not { } matched)
        {
            return null;
        }

        return Answer is null ? FirstReply(Rules, matched) : Answer.Give(matched);
    }

    /// <summary>The turn with this rule's captures, or <see langword="null"/> when the pattern does not match.</summary>
    private ScenarioTurn? Match(ScenarioTurn turn)
    {
        try
        {
            return User is null ? turn
                : User.Match(turn.UserText) is { Success: true } match
                    ? turn with { Captures = turn.Captures.SetItems(match.Groups.Values.Where(static group => group.Success).Select(static group => KeyValuePair.Create(group.Name, group.Value))) }
                    : null;
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new ScenarioException($"{Place}.user took too long to match; make the pattern simpler.", exception);
        }
    }
}
