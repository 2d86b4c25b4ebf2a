namespace GlmTools.Emulator.Scenarios;

/// <summary>A call that a rule makes.</summary>
internal sealed record ScenarioCall(string Name, Template Arguments)
{
    /// <summary>The filled call, or <see langword="null"/> when the tool is not declared or a place cannot be filled.</summary>
    public EmulatedToolCall? Fill(ScenarioTurn turn)
        => turn.Tools.Contains(Name) && Arguments.Fill(turn) is { } arguments ? new(Name, arguments) : null;
}
