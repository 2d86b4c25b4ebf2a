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
    /// <param name="last">Why the model was not given its tools any more; <see langword="null"/> where it was.</param>
    /// <param name="exceeded">The budget the answer has used up; <see langword="null"/> for none.</param>
    public static TurnCourse After(ModelAnswer answer, GlmStopReason? last, GlmStopReason? exceeded)
        => After(answer.FinishReason, answer.Calls.Count > 0 ? null : answer.Content ?? "", last, exceeded);

    /// <summary>Decides about an answer of which only this is known.</summary>
    /// <param name="reason">How it ended.</param>
    /// <param name="text">What it says; <see langword="null"/> where it makes calls.</param>
    /// <param name="last">Why the model was not given its tools any more; <see langword="null"/> where it was.</param>
    /// <param name="exceeded">The budget that is used up; <see langword="null"/> for none.</param>
    public static TurnCourse After(GlmFinishReason? reason, string? text, GlmStopReason? last, GlmStopReason? exceeded)
    {
        if (reason == GlmFinishReason.Sensitive)
        {
            return new(GlmStopReason.ContentFilter);
        }

        if (reason == GlmFinishReason.ModelContextWindowExceeded)
        {
            return new(GlmStopReason.ContextWindow, CutOff);
        }

        if (text is null)
        {
            return last is not null ? new(last, TooLate)
                : exceeded is not null ? new(exceeded, TooDear)
                : new(null, LastIsCut: reason == GlmFinishReason.Length);
        }

        return new(WithoutCalls(reason, text, last));
    }

    private static GlmStopReason WithoutCalls(GlmFinishReason? reason, string text, GlmStopReason? last)
    {
        if (reason == GlmFinishReason.Length)
        {
            return GlmStopReason.Length;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return GlmStopReason.EmptyAnswer;
        }

        return last ?? (reason is null || reason == GlmFinishReason.Stop || reason == GlmFinishReason.ToolCalls
            ? GlmStopReason.Answered
            : GlmStopReason.Other);
    }
}
