using System.Net;
using System.Text;
using System.Text.Json;
using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Page;

/// <summary>The page while a command serves it, and what a browser would ask of it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Glmtools _command;
    private readonly Task<Printed> _serving;

    private Served(Glmtools command, Task<Printed> serving, JsonElement printed)
    {
        (_command, _serving) = (command, serving);
        Printed = printed;
        Address = new Uri(printed.TryGetProperty("url", out var url) ? url.GetString()! : printed.GetProperty("page_url").GetString()!);
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What the command printed.</summary>
    public JsonElement Printed { get; }

    /// <summary>The page with the tools of this project.</summary>
    public static Task<Served> InspectAsync(params string[] more) => StartAsync(new(), ["inspect", Built.Own, "--json", .. more]);

    public static async Task<Served> StartAsync(Glmtools command, params string[] arguments)
    {
        var serving = command.InvokeAsync(arguments);
        var printed = command.Out.UntilAsync(static text => text.ReplaceLineEndings("\n").EndsWith("\n}\n", StringComparison.Ordinal));
        if (await Task.WhenAny(serving, printed) == serving)
        {
            (await serving).Ok();
        }

        return new(command, serving, JsonDocument.Parse(await printed).RootElement);
    }

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Client.GetStringAsync(path)).RootElement;

    public async Task<JsonElement> PostAsync(string path, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "text/plain"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement;
    }

    /// <summary>The path of a tool.</summary>
    public async Task<string> ToolAsync(string name)
    {
        var sets = (await GetAsync("api/tools")).GetProperty("sets");
        var tool = sets.EnumerateArray().SelectMany(static set => set.GetProperty("tools").EnumerateArray()).First(tool => tool.GetProperty("name").GetString() == name);
        return $"api/tools/{tool.GetProperty("id").GetString()}";
    }

    /// <summary>Asks a question, and reads the events of the answer as they come.</summary>
    public async IAsyncEnumerable<JsonElement> AskAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/chat") { Content = new StringContent(JsonSerializer.Serialize(question)) };
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _command.Interrupts.Raise();
        Assert.Equal(ExitCode.Ok, (await _serving).ExitCode);
    }
}
