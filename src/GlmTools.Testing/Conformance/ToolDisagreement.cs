namespace GlmTools.Testing;

/// <summary>Arguments about which the schema of a tool and its binder differ.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Arguments">The smallest arguments that show it, as JSON.</param>
/// <param name="Schema">What the schema says of them, with path and keyword.</param>
/// <param name="Binder">What the binder says.</param>
public sealed record ToolDisagreement(string Tool, string Arguments, string Schema, string Binder)
{
    /// <summary>Both sides, a line each.</summary>
    public override string ToString() => $"{Tool}\n  arguments:  {Arguments}\n  the schema: {Schema}\n  the binder: {Binder}";
}
