using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Binding;
using Spectre.Console;

namespace GlmTools.Cli;

/// <summary>What a command runs in: its streams, the environment variables and Ctrl+C. Tests bring their own.</summary>
internal sealed class Shell
{
    /// <summary>How wide tables may be where no terminal sets a limit.</summary>
    private const int Unlimited = 500;

    /// <summary>What is printed, as commands promise it.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>What is said besides: errors, notices, progress.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required Interrupts Interrupts { get; init; }

    /// <summary>Whether a person sits in front of it: nothing is redirected.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether the output may have colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>The output, for tables and colours.</summary>
    public IAnsiConsole Screen => field ??= CreateScreen();

    public static Shell OfProcess(Interrupts interrupts) => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        Variable = Environment.GetEnvironmentVariable,
        Interrupts = interrupts,
        IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        HasColours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    /// <summary>The variable, or <see langword="null"/> where it is not set or blank.</summary>
    public string? Text(string variable) => Variable(variable) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>Prints the machine form.</summary>
    public void WriteJson(JsonNode json) => Out.WriteLine(Json(json));

    /// <summary>A line on the side; the output stays as promised.</summary>
    public void Notice(string text) => Error.WriteLine(Harmless(text));

    /// <summary>Reads a line. The console cannot be read without blocking a thread, so one waits that is not needed.</summary>
    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) => Task.Run(In.ReadLine, cancellationToken).WaitAsync(cancellationToken);

    /// <summary>The argument, or all that is piped in where it is <c>-</c>.</summary>
    public async Task<string> ReadAsync(string argument, CancellationToken cancellationToken)
        => argument == "-" ? await Task.Run(In.ReadToEnd, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false) : argument;

    /// <summary>JSON as this command prints it: indented, 城市 as 城市, <c>\n</c>.</summary>
    public static string Json(JsonNode json) => ToolJson.Text(JsonSerializer.SerializeToElement(json), ToolJson.Indented);

    /// <summary>The text without what a terminal would obey: neither a model nor a tool is to move the cursor or change the title.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(static c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));

    /// <summary>The text as something that matters less, where there are colours.</summary>
    public string Dim(string text) => HasColours ? $"\e[2m{Harmless(text)}\e[22m" : Harmless(text);

    private IAnsiConsole CreateScreen()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!IsInteractive)
        {
            screen.Profile.Width = Unlimited;
        }

        return screen;
    }
}
