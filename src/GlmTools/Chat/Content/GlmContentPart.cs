namespace GlmTools;

/// <summary>
/// A part of what a user says to a model that takes more than text (protocol sheet 3.2). A <see langword="string"/> is one
/// by itself: the text.
/// </summary>
public abstract record GlmContentPart
{
    private protected GlmContentPart()
    {
    }

    /// <summary>The kind of part, as the wire calls it.</summary>
    public abstract string Type { get; }

    /// <summary>A part that is text.</summary>
    public static implicit operator GlmContentPart(string text) => new GlmTextPart(text);
}
