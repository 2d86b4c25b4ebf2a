using GlmTools.Binding;

namespace GlmTools;

/// <summary>
/// How a model answers with a value: the tool it calls to do so, and the reader of what it sends. Both are generated for types with
/// <see cref="GlmSchemaAttribute"/> and for those named in <c>RunAsync&lt;T&gt;</c> or <c>GlmSchema&lt;T&gt;.Default</c>.
/// </summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class GlmSchema<T>
{
    private readonly GlmAnswerReader<T> _reader;

    private GlmSchema(GlmAnswerReader<T> reader)
    {
        _reader = reader;
        AnswerTool = new GlmTool(reader, 0);
    }

    /// <summary>The schema of the type.</summary>
    /// <exception cref="GlmException">None was generated.</exception>
    public static GlmSchema<T> Default => field ??= new(GlmAnswerTypes.Find<T>()
        ?? throw new GlmException($"No schema was generated for {typeof(T)}: mark it [GlmSchema], or name the type directly in RunAsync<T>, where no type parameter stands for it."));

    /// <summary>
    /// The tool the model calls to answer, <c>final_answer</c>. Its parameters are the members of the type where it is a class, record
    /// or struct; any other value is its only parameter, <c>value</c>. Calling it does nothing.
    /// </summary>
    public GlmTool AnswerTool { get; }

    /// <summary>
    /// Reads the arguments of a call of <see cref="AnswerTool"/>, or an answer the model wrote as text, in a code fence or
    /// bare. What GLM is known to garble is read as it was meant.
    /// </summary>
    /// <param name="utf8">What the model wrote, in UTF-8.</param>
    public GlmAnswer<T> Read(ReadOnlyMemory<byte> utf8)
    {
        var answer = AnswerTool.Bind(utf8);
        if (!answer.IsBound && _reader.IsWrapped && BareAnswer.Wrap(utf8) is { } wrapped && AnswerTool.Bind(wrapped) is { IsBound: true } bare)
        {
            bare.Repaired("arguments: bare value read as the answer");
            answer = bare;
        }

        return new(answer.Bound(), answer.IsBound ? (T)answer.Answer! : default);
    }

    /// <summary>The schema of the arguments of <see cref="AnswerTool"/>.</summary>
    /// <param name="indented">Whether to lay it out for reading, with two blanks a level and <c>\n</c>.</param>
    public string ToJson(bool indented = false) => ToolJson.Text(AnswerTool.JsonSchema, indented ? ToolJson.Indented : ToolJson.Compact);

    /// <summary>The type and its schema.</summary>
    public override string ToString() => $"{typeof(T).Name}: {ToJson()}";
}
