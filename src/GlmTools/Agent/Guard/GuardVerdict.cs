namespace GlmTools;

/// <summary>What a <see cref="LoopGuard"/> decided.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Text">What the model is told as the result of the call; empty where it is executed.</param>
/// <param name="IsError">Whether the run ends for errors in a row rather than for a repeated call.</param>
internal readonly record struct GuardVerdict(GuardAction Action, string Text, bool IsError)
{
    public static GuardVerdict Go { get; } = new(GuardAction.Go, "", false);

    public static GuardVerdict Tell(string text) => new(GuardAction.Tell, text, false);

    public static GuardVerdict Stop(string text, bool isError) => new(GuardAction.Stop, text, isError);
}
