using Microsoft.AspNetCore.Http.HttpResults;

namespace Hosting;

/// <summary>The page a browser shows.</summary>
internal static class Page
{
    private static readonly Lazy<string> Html = new(static () =>
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream("page.html")!);
        return reader.ReadToEnd();
    });

    public static ContentHttpResult Get() => TypedResults.Content(Html.Value, "text/html; charset=utf-8");
}
