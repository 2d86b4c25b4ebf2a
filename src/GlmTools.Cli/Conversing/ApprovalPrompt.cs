namespace GlmTools.Cli.Conversing;

/// <summary>Asks the person at the terminal, or whatever is piped in, whether a call may be made.</summary>
/// <param name="shell">Where to ask.</param>
/// <param name="aside">Where the question goes.</param>
internal sealed class ApprovalPrompt(Shell shell, TextWriter aside)
{
    /// <summary>Asks. Anything but a yes is a no, and so is the end of the input.</summary>
    public async ValueTask<GlmApprovalDecision> AskAsync(GlmApprovalRequest request, CancellationToken cancellationToken)
    {
        await aside.WriteLineAsync($"\n{request.ToolName} asks: {Shell.Harmless(request.Text)}").ConfigureAwait(false);
        await aside.WriteAsync("Allow it? [y/N] ").ConfigureAwait(false);
        await aside.FlushAsync(cancellationToken).ConfigureAwait(false);
        var answer = (await shell.ReadLineAsync(cancellationToken).ConfigureAwait(false))?.Trim();
        if (!shell.IsInteractive)
        {
            await aside.WriteLineAsync(answer).ConfigureAwait(false);
        }

        return answer is not null && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase))
            ? request.Approve()
            : request.Refuse("The user said no.");
    }
}
