namespace GlmTools.Cli.Tests.Running;

/// <summary>The command in this process, with an input, an environment and a Ctrl+C of its own.</summary>
internal sealed class Glmtools
{
    public Dictionary<string, string> Variables { get; } = [];

    public TextReader Input { get; init; } = TextReader.Null;

    public bool IsInteractive { get; init; }

    /// <summary>Whether errors stand where a terminal shows them, between what is printed.</summary>
    public bool MixesErrors { get; init; }

    public Interrupts Interrupts { get; } = new();

    /// <summary>What was printed so far, while a command runs.</summary>
    public Output Out { get; } = new();

    public static Task<Printed> RunAsync(params string[] arguments) => new Glmtools().InvokeAsync(arguments);

    public static Task<Printed> RunWithInputAsync(string input, params string[] arguments) => new Glmtools { Input = new StringReader(input) }.InvokeAsync(arguments);

    public async Task<Printed> InvokeAsync(params string[] arguments)
    {
        var error = MixesErrors ? Out : new Output();
        var shell = new Shell
        {
            Out = Out,
            Error = error,
            In = Input,
            Variable = name => Variables.GetValueOrDefault(name),
            Interrupts = Interrupts,
            IsInteractive = IsInteractive,
        };
        var exitCode = await CommandLine.RunAsync(arguments, shell, Interrupts.Token);
        return new(exitCode, Out.ToString(), error.ToString());
    }
}
