using System.Globalization;
using System.Text;
using GlmTools.Cli.Page.Timelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The runs, and files with runs that somebody opens.</summary>
/// <param name="history">The runs.</param>
/// <param name="shell">Where the key is known, which no file may show.</param>
internal sealed class RunsApi(RunHistory history, Shell shell) : IPageApi
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/runs", async context => await context.AnswerAsync(await history.ListAsync(context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false));
        routes.MapGet("/api/runs/{id:int}", FindAsync);
        routes.MapPost("/api/runs", OpenAsync);
    }

    private async Task FindAsync(HttpContext context)
    {
        var id = int.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        if (await history.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is { } run)
        {
            await context.AnswerAsync(run).ConfigureAwait(false);
        }
        else
        {
            await context.AnswerAsync(StatusCodes.Status404NotFound).ConfigureAwait(false);
        }
    }

    private async Task OpenAsync(HttpContext context)
    {
        var text = Encoding.UTF8.GetString(await context.BodyAsync().ConfigureAwait(false));
        var run = await SavedTimeline.ReadAsync(text, CommandLine.SecretsOf(shell), context.RequestAborted).ConfigureAwait(false);
        await context.AnswerAsync(new { Run = history.Add(run) }).ConfigureAwait(false);
    }
}
