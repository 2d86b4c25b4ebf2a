namespace GlmTools;

/// <summary>What becomes of a <see cref="GlmInterruptedCall"/>.</summary>
public sealed record GlmInterruptedCallCourse
{
    private GlmInterruptedCallCourse(string? answer, bool executes) => (Answer, ExecutesAgain) = (answer, executes);

    /// <summary>The model is told that the call may or may not have had an effect.</summary>
    public static GlmInterruptedCallCourse Tell { get; } = new(
        "Error: the program ended while this call was running; it may or may not have had an effect. Find out before you make it again.", executes: false);

    /// <summary>The call is executed again.</summary>
    public static GlmInterruptedCallCourse Execute { get; } = new(answer: null, executes: true);

    internal string? Answer { get; }

    internal bool ExecutesAgain { get; }

    /// <summary>The model is told something, such as what a look at the database showed.</summary>
    /// <param name="text">The text of the tool message.</param>
    public static GlmInterruptedCallCourse AnswerWith(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, executes: false);
    }

    internal static GlmInterruptedCallCourse For(GlmTool tool)
        => tool.Policy.Effect is GlmToolEffect.ReadOnly or GlmToolEffect.Idempotent ? Execute : Tell;
}
