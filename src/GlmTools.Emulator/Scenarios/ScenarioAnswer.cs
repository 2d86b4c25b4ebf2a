namespace GlmTools.Emulator.Scenarios;

/// <summary>What a rule answers, with places to fill.</summary>
internal sealed record ScenarioAnswer
{
    public Template? Reasoning { get; init; }

    public Template? Say { get; init; }

    public IReadOnlyList<ScenarioCall> Calls { get; init; } = [];

    /// <summary>The filled answer, or <see langword="null"/> when a place cannot be filled or a tool to call is not declared.</summary>
    public EmulatedReply? Give(ScenarioTurn turn)
    {
        var calls = Calls.Select(call => call.Fill(turn)).OfType<EmulatedToolCall>().ToList();
        var (reasoning, text) = (Reasoning?.Fill(turn), Say?.Fill(turn));
        var isWhole = calls.Count == Calls.Count && (reasoning is null) == (Reasoning is null) && (text is null) == (Say is null);
        return isWhole ? new EmulatedCompletion { Reasoning = reasoning, Text = text, ToolCalls = calls } : null;
    }
}
