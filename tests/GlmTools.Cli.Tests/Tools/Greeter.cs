namespace GlmTools.Cli.Tests.Tools;

/// <summary>Made from the services of the assembly.</summary>
public sealed class Greeter(Greeting greeting)
{
    /// <summary>Greets.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public string Greet(string name, [FromServices] Greeting other) => $"{greeting.Word}, {name}; {other.Word}!";

    /// <summary>The same name as a tool of another type.</summary>
    [GlmTool]
    public string Search(string text) => $"greeter: {text}";
}
