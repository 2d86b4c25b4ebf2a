namespace GlmTools;

/// <summary>
/// When a run is caught in a loop. The model is told first, so that it can do something else, and only if it goes on
/// regardless does the run end. Calls of one turn never count against each other, because the model made them without
/// having seen any of their results.
/// </summary>
public sealed record GlmLoopGuard
{
    /// <summary>
    /// The repetition at which a call is no longer executed, 2 or more. Default: 3. The same tool with the same arguments and
    /// the same result counts, in a row or with other calls in between; spelling and key order of the arguments do not
    /// matter. A result that differs, as of polling that makes progress, starts the count again, and so does a call of another tool that may
    /// have changed something and was not made before: tests may be run again after an edit. The call that is not executed
    /// is answered with a text that says so, and one more of it ends the run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int RepeatedCalls { get; init => field = AtLeastTwo(value); } = 3;

    /// <summary>
    /// How often in a row a tool fails with the same text, whatever its arguments, until the model is told to stop trying, 2 or
    /// more. Default: 2. A success of the tool, or another error, starts the count again. One more of the same error ends
    /// the run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int RepeatedErrors { get; init => field = AtLeastTwo(value); } = 2;

    private static int AtLeastTwo(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
        return value;
    }
}
