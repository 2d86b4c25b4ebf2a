namespace GlmTools.Cli;

/// <summary>What the user asked for cannot be done. The message is the one line that is printed: it names the place and the remedy.</summary>
/// <param name="message">The line.</param>
/// <param name="exitCode">One of <see cref="Cli.ExitCode"/>.</param>
internal sealed class CliException(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
