using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Page;

public partial class ReportTests
{
    private const string Question = "</script><script>alert(1)</script><!-- \u2028 城市";

    [Fact]
    public async Task A_report_needs_nothing_but_itself()
    {
        var html = await ReportAsync(Question);

        Assert.DoesNotMatch("""(src|href)="(?!data:,)|@import|url\(""", html);
        Assert.DoesNotMatch("(?m)^(import|export) ", html);
    }

    [Fact]
    public async Task Its_policy_lets_in_its_own_script_and_style_only()
    {
        var html = await ReportAsync(Question);
        var script = Regex.Matches(html, "<script>(.*?)</script>", RegexOptions.Singleline);
        var style = Regex.Match(html, "<style>(.*?)</style>", RegexOptions.Singleline);

        Assert.Equal(
            $"default-src 'none'; script-src 'sha256-{Hash(Assert.Single(script).Groups[1].Value)}'; style-src 'sha256-{Hash(style.Groups[1].Value)}'; img-src data:; base-uri 'none'; form-action 'none'",
            Regex.Match(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);
    }

    [Fact]
    public async Task What_the_run_says_cannot_end_the_script_it_stands_in()
    {
        var html = await ReportAsync(Question);
        var data = Data().Match(html).Groups[1].Value;

        Assert.DoesNotMatch("[<>&\u2028\u2029]", data);
        Assert.Contains("城市", data, StringComparison.Ordinal);
        Assert.Equal(Question, JsonDocument.Parse(data).RootElement.GetProperty("title").GetString());
        Assert.Equal(2, Regex.Count(html, "</script"));
    }

    [Fact]
    public async Task Secrets_are_taken_out_of_files_that_hold_some()
    {
        using var scratch = new Scratch();
        var run = scratch.PathOf("run.json");
        (await Glmtools.RunAsync("run", "-p", "say my-id.my-own-secret and hunter2hunter2", "--save", run)).Ok();
        var json = JsonNode.Parse(await File.ReadAllTextAsync(run))!;
        json["exchanges"]![0]!["request"]!["body"]!["password"] = "hunter2hunter2";
        await File.WriteAllTextAsync(run, json.ToJsonString());
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = "my-id.my-own-secret" } };
        var html = (await command.InvokeAsync("report", run, "-o", "-")).Ok();

        Assert.DoesNotContain("my-own-secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", html, StringComparison.Ordinal);
        Assert.Contains("say *** and ***", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_its_wire_has_a_report_too()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("plain.json", (await Glmtools.RunAsync("run", "-p", """add {"left":2}""", "-t", Built.Own, "--set", "DeskTools", "--json")).Ok());
        Assert.Equal($"written: {scratch.PathOf("plain.html")}", (await Glmtools.RunAsync("report", path)).Ok().Trim());
        var run = Run(await File.ReadAllTextAsync(scratch.PathOf("plain.html")));

        Assert.Equal(2, run.GetProperty("turns").GetArrayLength());
        Assert.Equal("add", run.GetProperty("calls")[0].GetProperty("name").GetString());
        Assert.Empty(run.GetProperty("exchanges").EnumerateArray());
    }

    [Fact]
    public async Task A_cassette_alone_is_laid_out_too()
    {
        using var scratch = new Scratch();
        var saved = scratch.PathOf("run.json");
        (await Glmtools.RunAsync("run", "-p", """add {"left":2}""", "-t", Built.Own, "--set", "DeskTools", "--save", saved)).Ok();
        var cassette = scratch.Write("cassette.json", new JsonObject { ["cassette"] = 1, ["exchanges"] = JsonNode.Parse(await File.ReadAllTextAsync(saved))!["exchanges"]!.DeepClone() }.ToJsonString());
        var run = Run((await Glmtools.RunAsync("report", cassette, "-o", "-")).Ok());
        var call = Assert.Single(run.GetProperty("calls").EnumerateArray());

        Assert.Equal("""add {"left":2}""", run.GetProperty("title").GetString());
        Assert.Equal(["tool_calls", "stop"], run.GetProperty("turns").EnumerateArray().Select(static turn => turn.GetProperty("finish").GetString()));
        Assert.True(run.GetProperty("tokens").GetProperty("prompt").GetInt64() > 0);
        Assert.Equal(("add", "3", 1, true), (call.GetProperty("name").GetString(), call.GetProperty("result").GetString(), call.GetProperty("turn").GetInt32(), call.GetProperty("is_estimated").GetBoolean()));
    }

    [Fact]
    public async Task What_is_no_run_is_refused_by_name()
    {
        using var scratch = new Scratch();
        Assert.Contains("odd.json: it is no run", (await Glmtools.RunAsync("report", scratch.Write("odd.json", "{}"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("bad.json: it is no run", (await Glmtools.RunAsync("report", scratch.Write("bad.json", "{"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("half.json: it is no run", (await Glmtools.RunAsync("report", scratch.Write("half.json", """{"entries":1}"""))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("written over", (await Glmtools.RunAsync("report", scratch.PathOf("odd.json"), "-o", scratch.PathOf("odd.json"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(string question)
    {
        using var scratch = new Scratch();
        var run = scratch.PathOf("run.json");
        (await Glmtools.RunAsync("run", "-p", question, "--save", run)).Ok();
        return (await Glmtools.RunAsync("report", run, "-o", "-")).Ok();
    }

    private static JsonElement Run(string html) => JsonDocument.Parse(Data().Match(html).Groups[1].Value).RootElement;

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script type=\"application/json\" id=\"run\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
