namespace GlmTools;

/// <summary>The function a model answers with where an answer of a type is asked for: GLM has no other way to give one (protocol sheet 2.7).</summary>
/// <param name="tool">The function.</param>
internal abstract class FinalAnswer(GlmTool tool)
{
    public const string Ask = "Give your final answer now, by calling the function final_answer.";

    public GlmTool Tool { get; } = tool;

    /// <summary>How often an answer was sent back.</summary>
    public int Refusals { get; private set; }

    /// <summary>Whether the answer is there.</summary>
    public abstract bool IsGiven { get; }

    /// <summary>Takes an answer if it is one.</summary>
    /// <returns>What the model is told.</returns>
    public GlmToolResult Take(ReadOnlyMemory<byte> utf8)
    {
        if (TryTake(utf8) is { } error)
        {
            Refusals++;
            return GlmToolResult.Refused(error);
        }

        return new("ok"u8.ToArray());
    }

    /// <summary>Takes what the model wrote as text, if it is an answer.</summary>
    public bool TakesText(ReadOnlyMemory<byte> utf8)
    {
        if (TryTake(utf8) is null)
        {
            return true;
        }

        Refusals++;
        return false;
    }

    /// <summary>Reads an answer and keeps it.</summary>
    /// <returns>What is wrong with it; <see langword="null"/> where it was kept.</returns>
    protected abstract GlmToolError? TryTake(ReadOnlyMemory<byte> utf8);
}
