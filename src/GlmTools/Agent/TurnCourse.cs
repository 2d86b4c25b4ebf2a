namespace GlmTools;

/// <summary>
/// What follows from an answer. The presence of calls decides, not the finish reason alone, and a finish reason that is
/// not known never leads to another turn (protocol sheet 0 and 4.2).
/// </summary>
/// <param name="Stop">Why the run ends here; <see langword="null"/> where it goes on.</param>
/// <param name="Refusal">What the model is told instead of a result, where none of its calls may be executed.</param>
internal readonly record struct TurnCourse(GlmStopReason? Stop, string? Refusal = null)
{
    private const string CutOff = "Error: the answer was cut off before it was complete; nothing was executed. Make fewer calls at a time, with shorter arguments.";
    private const string TooLate = "Error: the run may take no further turn; nothing was executed.";

    /// <summary>Decides.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="hadTools">Whether the model was given the tools it has; on the last turn it is not.</param>
    public static TurnCourse After(ModelAnswer answer, bool hadTools)
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
            return hadTools
                ? new(null, answer.FinishReason == GlmFinishReason.Length ? CutOff : null)
                : new(GlmStopReason.MaxTurns, TooLate);
        }

        return new(WithoutCalls(answer, hadTools));
    }

    private static GlmStopReason WithoutCalls(ModelAnswer answer, bool hadTools)
    {
        if (answer.FinishReason == GlmFinishReason.Length)
        {
            return GlmStopReason.Length;
        }

        if (string.IsNullOrWhiteSpace(answer.Content))
        {
            return GlmStopReason.EmptyAnswer;
        }

        if (!hadTools)
        {
            return GlmStopReason.MaxTurns;
        }

        return answer.FinishReason is null || answer.FinishReason == GlmFinishReason.Stop || answer.FinishReason == GlmFinishReason.ToolCalls
            ? GlmStopReason.Answered
            : GlmStopReason.Other;
    }
}
