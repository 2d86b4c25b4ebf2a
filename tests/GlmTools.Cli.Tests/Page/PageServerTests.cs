using System.Net;
using GlmTools.Cli.Page.Serving;

namespace GlmTools.Cli.Tests.Page;

public class PageServerTests
{
    [Fact]
    public async Task Every_answer_has_the_strict_policy_even_a_refusal()
    {
        await using var page = await Served.InspectAsync();
        foreach (var path in new[] { "", "api/tools", "nothing-here", "/" })
        {
            using var response = await page.Client.GetAsync(path);
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
                Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page.css")]
    [InlineData("/api/tools")]
    [InlineData("//api/tools")]
    [InlineData("/wrong/api/tools")]
    public async Task Without_the_token_all_is_refused(string path)
    {
        await using var page = await Served.InspectAsync();
        using var response = await page.Client.GetAsync(new Uri(page.Address.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("The token is missing. Open the whole address that glmtools printed.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_part_of_the_token_is_not_enough_and_each_start_has_another()
    {
        await using var page = await Served.InspectAsync();
        await using var other = await Served.InspectAsync();
        var token = page.Address.AbsolutePath.Trim('/');

        Assert.Equal(32, token.Length);
        Assert.NotEqual(token, other.Address.AbsolutePath.Trim('/'));
        Assert.Equal(HttpStatusCode.Forbidden, (await page.Client.GetAsync($"/{token[..^1]}/")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.GetAsync($"/{token}/")).StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("evil.example:{0}", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:{0}", HttpStatusCode.OK)]
    [InlineData("localhost:{0}", HttpStatusCode.OK)]
    public async Task A_foreign_name_that_leads_here_is_refused(string host, HttpStatusCode expected)
    {
        await using var page = await Served.InspectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = string.Format(null, host, page.Address.Port) } };

        Assert.Equal(expected, (await page.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Another_page_cannot_post()
    {
        await using var page = await Served.InspectAsync();
        foreach (var (origin, expected) in new[] { ("http://evil.example", HttpStatusCode.Forbidden), ("null", HttpStatusCode.Forbidden), (page.Address.GetLeftPart(UriPartial.Authority), HttpStatusCode.NoContent) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/chat/new");
            request.Headers.Add("Origin", origin);
            Assert.Equal(expected, (await page.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task All_files_are_served_with_their_types()
    {
        await using var page = await Served.InspectAsync();
        Assert.Contains("index.html", PageFiles.Names);
        foreach (var name in PageFiles.Names)
        {
            using var response = await page.Client.GetAsync(name == "index.html" ? "" : name);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(Path.GetExtension(name) switch { ".js" => "text/javascript", ".css" => "text/css", _ => "text/html" }, response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public void Nothing_in_the_files_is_inline_or_from_elsewhere()
    {
        foreach (var name in PageFiles.Names)
        {
            var text = PageFiles.Read(name);
            Assert.DoesNotMatch("https?://(?!example\\.org)", text);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?! type=\"module\" src)|<style| on[a-z]+=\"", text);
            Assert.True(text.Split('\n').Length <= 300, $"{name} has grown too long.");
        }
    }
}
