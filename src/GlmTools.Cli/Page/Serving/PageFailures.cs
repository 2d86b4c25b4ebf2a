using Microsoft.AspNetCore.Http;

namespace GlmTools.Cli.Page.Serving;

/// <summary>Turns what goes wrong into an answer the page can show.</summary>
/// <param name="shell">Where a bug is told.</param>
internal sealed class PageFailures(Shell shell)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var isTold = failure is CliException or GlmException or BadHttpRequestException;
            if (!isTold)
            {
                shell.Notice(CommandLine.WithoutSecrets(shell, $"page: {failure.GetType().Name}: {failure.Message}"));
            }

            context.Response.StatusCode = failure is BadHttpRequestException bad ? bad.StatusCode : isTold ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
            await context.AnswerAsync(new { Error = isTold ? failure.Message : "The command failed; its terminal says why." }).ConfigureAwait(false);
        }
    }
}
