using System.CommandLine;
using GlmTools.Cli.Commands;

namespace GlmTools.Cli;

/// <summary>All commands, in the order of the help.</summary>
internal static class CommandTable
{
    public static RootCommand Root(Shell shell) => new("Looks at, calls and tests the tools that a GLM model may use.")
    {
        new ListCommand(shell),
        new SchemaCommand(shell),
        new TokensCommand(shell),
        new DiffCommand(shell),
        new LockCommand(shell),
        new CallCommand(shell),
        new ExplainCommand(shell),
        new ChatCommand(shell),
        new RunCommand(shell),
        new ReplayCommand(shell),
        new CheckCommand(shell),
        new InspectCommand(shell),
        new ReportCommand(shell),
        new EmulateCommand(shell),
        new TokenCommand(shell),
    };
}
