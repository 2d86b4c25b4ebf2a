namespace GlmTools;

/// <summary>
/// What follows from an answer. The presence of calls decides, not the finish reason alone, and a finish reason that is
/// not known never leads to another turn (protocol sheet 0 and 4.2).
/// </summary>
/// <param name="Stop">Why the run ends here; <see langword="null"/> where it goes on.</param>
/// <param name="Refusal">What the model is told instead of a result, where none of its calls may be executed any more.</param>
/// <param name="LastIsCut">Whether the last call was cut off, so that only the ones before it are whole.</param>
internal readonly record struct TurnCourse(GlmStopReason? Stop, string? Refusal = null, bool LastIsCut = false)
{
    /// <summary>What the model is told about a call that was cut off.</summary>
    public const string CutOff = "Error: the answer was cut off before this call was complete; nothing was executed. Make fewer calls at a time, with shorter arguments.";

    private const string TooLate = "Error: the run may take no further turn; nothing was executed.";
    private const string TooDear = "Error: the budget of the run is used up; nothing was executed.";

    /// <summary>Decides.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="tools">What the model could call.</param>
    /// <param name="exceeded">The budget the answer has used up; <see langword="null"/> for none.</param>
    public static TurnCourse After(ModelAnswer answer, TurnTools tools, GlmStopReason? exceeded)
    {
        if (answer.FinishReason == GlmFinishReason.Sensitive)
        {
            return new(GlmStopReason.ContentFilter);
        }

        if (answer.FinishReason == GlmFinishReason.ModelContextWindowExceeded)
        {
            return new(GlmStopReason.ContextWindow, CutOff);
        }

        if (answer.Calls.Count > 0)
        {
            return tools.Last is not null ? new(tools.Last, TooLate)
                : exceeded is not null ? new(exceeded, TooDear)
                : new(null, LastIsCut: answer.FinishReason == GlmFinishReason.Length);
        }

        return new(WithoutCalls(answer, tools.IsWithheld ? tools.Last : null));
    }

    private static GlmStopReason WithoutCalls(ModelAnswer answer, GlmStopReason? last)
    {
        if (answer.FinishReason == GlmFinishReason.Length)
        {
            return GlmStopReason.Length;
        }

        if (string.IsNullOrWhiteSpace(answer.Content))
        {
            return GlmStopReason.EmptyAnswer;
        }

        return last ?? (answer.FinishReason is null || answer.FinishReason == GlmFinishReason.Stop || answer.FinishReason == GlmFinishReason.ToolCalls
            ? GlmStopReason.Answered
            : GlmStopReason.Other);
    }
}
