namespace GlmTools;

/// <summary>A final answer of a type.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="schema">How the type is described and read.</param>
internal sealed class FinalAnswerOf<T>(GlmSchema<T> schema) : FinalAnswer(schema.AnswerTool)
{
    private GlmAnswer<T>? _answer;

    public override bool IsGiven => _answer is not null;

    public T Value => _answer!.Value;

    protected override GlmToolError? TryTake(ReadOnlyMemory<byte> utf8)
    {
        var answer = schema.Read(utf8);
        if (!answer.IsValid)
        {
            return answer.Error;
        }

        _answer = answer;
        return null;
    }
}
