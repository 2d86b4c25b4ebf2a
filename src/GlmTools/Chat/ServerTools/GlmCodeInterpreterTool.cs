namespace GlmTools;

/// <summary>Lets <c>glm-4-alltools</c> run code, in streams only (protocol sheet 2.5).</summary>
public sealed record GlmCodeInterpreterTool : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "code_interpreter";

    /// <summary>
    /// <c>auto</c> for a sandbox of the service. With <c>none</c> the caller is to run the code; how its results are sent
    /// is not documented. <see langword="null"/> (the default) for the service's own.
    /// </summary>
    public string? Sandbox { get; init; }
}
