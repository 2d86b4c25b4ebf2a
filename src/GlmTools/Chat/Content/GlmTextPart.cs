namespace GlmTools;

/// <summary>Text beside other parts.</summary>
/// <param name="Text">The text.</param>
public sealed record GlmTextPart(string Text) : GlmContentPart
{
    /// <inheritdoc/>
    public override string Type => "text";
}
