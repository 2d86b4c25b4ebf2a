using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The files of the page, which travel inside of the assembly.</summary>
internal sealed class PageFiles : IPageApi
{
    private const string Prefix = "page/";

    private static readonly Assembly Home = typeof(PageFiles).Assembly;

    /// <summary>The names of all files.</summary>
    public static IEnumerable<string> Names => Home.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(static name => name[Prefix.Length..]);

    /// <summary>The text of a file.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(Prefix + name) ?? throw new ArgumentException($"The page has no file '{name}'.", nameof(name)));
        return reader.ReadToEnd();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var name in Names)
        {
            routes.MapGet(name == "index.html" ? "/" : $"/{name}", context =>
            {
                context.Response.ContentType = $"{TypeOf(name)}; charset=utf-8";
                return context.Response.WriteAsync(Read(name), context.RequestAborted);
            });
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        var other => throw new NotSupportedException($"Nobody has said what a {other} file of the page is."),
    };
}
