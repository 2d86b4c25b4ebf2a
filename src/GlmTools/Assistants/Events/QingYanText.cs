namespace GlmTools;

/// <summary>A text has grown. The service repeats the whole of it each time; the client works out what is new.</summary>
public sealed record QingYanText : QingYanContent
{
    /// <summary>What is new of it.</summary>
    public required string Delta { get; init; }

    /// <summary>The whole of it so far. Citations stand in it as <c>【n†source】</c>.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Whether a text begins here: the first one, another message, or one that the service wrote anew. In the last case
    /// what came of the text before no longer holds.
    /// </summary>
    public bool Begins => Delta.Length == Text.Length;
}
