namespace GlmTools;

/// <summary>Lets <c>glm-4-alltools</c> browse the web, in streams only (protocol sheet 2.5).</summary>
public sealed record GlmWebBrowserTool : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "web_browser";
}
