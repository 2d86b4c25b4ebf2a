using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Cli.Page.Serving;

/// <summary>What comes from the page and goes to it.</summary>
internal static class PageAnswers
{
    /// <summary>Answers with JSON.</summary>
    public static Task AnswerAsync<T>(this HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(context.Text(value), context.RequestAborted);
    }

    /// <summary>The JSON of a value. This is the one way out, so no key gets past it, whoever said it.</summary>
    public static string Text<T>(this HttpContext context, T value)
        => CommandLine.WithoutSecrets(context.RequestServices.GetRequiredService<Shell>(), PageJson.Text(value));

    /// <summary>Answers with a status alone.</summary>
    public static Task AnswerAsync(this HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The body as it came.</summary>
    public static async Task<byte[]> BodyAsync(this HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }
}
