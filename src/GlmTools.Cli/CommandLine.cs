using System.CommandLine;
using System.CommandLine.Invocation;

namespace GlmTools.Cli;

/// <summary>Runs a command line: whatever goes wrong is one line on the error stream and an exit code.</summary>
internal static class CommandLine
{
    private static readonly string[] Keys = ["ZHIPUAI_API_KEY", "ZAI_API_KEY"];

    // An '@' begins a question as well as anything else; no file is read for it.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Shell shell, CancellationToken cancellationToken)
    {
        var parsed = CommandTable.Root(shell).Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            return Complain(shell, $"{parsed.Errors[0].Message} See: glmtools {NameOf(parsed)}--help", ExitCode.BadInput);
        }

        try
        {
            // Ctrl+C is the business of Interrupts.
            var invocation = new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Complain(shell, "cancelled", ExitCode.Cancelled);
        }
        catch (CliException failure)
        {
            return Complain(shell, failure.Message, failure.ExitCode);
        }
        catch (GlmException failure)
        {
            return Complain(shell, failure.Message, ExitCode.ServiceFailed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Complain(shell, failure.Message, ExitCode.BadInput);
        }
    }

    private static int Complain(Shell shell, string message, int exitCode)
    {
        shell.Error.WriteLine($"error: {Shell.Harmless(WithoutSecrets(shell, message.ReplaceLineEndings(" ")))}");
        return exitCode;
    }

    /// <summary>The text without the key: no message is meant to hold it, but one that comes from elsewhere may.</summary>
    public static string WithoutSecrets(Shell shell, string text)
        => SecretsOf(shell).Aggregate(text, static (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));

    /// <summary>The keys of the environment, and their second halves, which are the secrets proper.</summary>
    public static IEnumerable<string> SecretsOf(Shell shell)
        => Keys.Select(shell.Text).OfType<string>()
            .SelectMany(static key => new[] { key, key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..] })
            .Where(static secret => secret.Length > 0);

    private static string NameOf(ParseResult parsed)
        => parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
}
