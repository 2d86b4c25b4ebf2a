using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>What the page is about, and so which parts of it are shown.</summary>
/// <param name="title">What it shows: an assembly, or the emulator.</param>
/// <param name="hasTools">Whether there are tools.</param>
/// <param name="model">The model to chat with; <see langword="null"/> where there is no chat.</param>
/// <param name="isOffline">Whether the embedded emulator answers.</param>
internal sealed class AboutApi(string title, bool hasTools, string? model, bool isOffline) : IPageApi
{
    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/api/about", context => context.AnswerAsync(new { Title = title, HasTools = hasTools, Model = model, IsOffline = isOffline }));
}
