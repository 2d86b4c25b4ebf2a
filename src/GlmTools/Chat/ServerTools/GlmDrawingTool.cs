namespace GlmTools;

/// <summary>Lets <c>glm-4-alltools</c> draw, in streams only (protocol sheet 2.5).</summary>
public sealed record GlmDrawingTool : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "drawing_tool";
}
