using System.CommandLine;
using GlmTools.Cli.Loading;

namespace GlmTools.Cli.Options;

/// <summary>The symbols by which a command is pointed at tools: where they are, which of them, and how a project is built.</summary>
internal sealed class ToolsInput
{
    private const string Meaning = "An assembly (.dll), a project, or a folder with one.";

    private readonly Argument<string>? _argument;
    private readonly Option<string>? _option;
    private readonly Option<string?> _set = new("--set") { Description = "The type whose tools are meant. Default: all types of the assembly." };
    private readonly ConfigurationOption _configuration = new();
    private readonly Option<bool> _noBuild = new("--no-build") { Description = "Take what a project was built to before." };

    private ToolsInput(Argument<string>? argument, Option<string>? option) => (_argument, _option) = (argument, option);

    /// <summary>As the argument of the command.</summary>
    public static ToolsInput Argument(Command command)
        => new ToolsInput(new("source") { Description = $"{Meaning} Default: the current folder.", DefaultValueFactory = static _ => "." }, null).AddTo(command);

    /// <summary>As <c>--tools</c>, beside other arguments.</summary>
    public static ToolsInput Option(Command command)
        => new ToolsInput(null, new("--tools", "-t") { Description = $"{Meaning} Default: the current folder.", DefaultValueFactory = static _ => "." }).AddTo(command);

    /// <summary>As <c>--tools</c>, for commands that can do without.</summary>
    public static ToolsInput Optional(Command command)
        => new ToolsInput(null, new("--tools", "-t") { Description = $"{Meaning} Default: none." }).AddTo(command);

    /// <summary>Whether the command was pointed at any.</summary>
    public bool IsGiven(ParseResult parsed) => Source(parsed) is not null;

    /// <summary>Loads what was asked for.</summary>
    /// <exception cref="CliException">There is nothing to load.</exception>
    public async Task<ToolCatalog> LoadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var assembly = await ToolSource.LoadAsync(Source(parsed) ?? ".", Build(parsed), cancellationToken).ConfigureAwait(false);
        return ToolCatalog.Of(assembly, parsed.GetValue(_set));
    }

    /// <summary>How a project is built.</summary>
    public ProjectBuild Build(ParseResult parsed) => new(parsed.GetValue(_configuration)!, parsed.GetValue(_noBuild));

    private string? Source(ParseResult parsed) => _argument is null ? parsed.GetValue(_option!) : parsed.GetValue(_argument);

    private ToolsInput AddTo(Command command)
    {
        if (_argument is not null)
        {
            command.Add(_argument);
        }
        else
        {
            command.Add(_option!);
        }

        command.Add(_set);
        command.Add(_configuration);
        command.Add(_noBuild);
        return this;
    }
}
