using System.CommandLine;
using GlmTools;
using Hosting;
using Microsoft.Extensions.Options;

const string LocalUrl = "http://127.0.0.1:5080";

var serve = new Option<bool>("--serve") { Description = $"Serve the page at {LocalUrl} until Ctrl+C, instead of asking one question and stopping." };
var question = new Option<string>("--question") { Description = "What to ask.", DefaultValueFactory = static _ => "今天北京天气如何?" };
question.Validators.Add(static result =>
{
    if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
    {
        result.AddError("--question is empty; see --help.");
    }
});

var command = new RootCommand("A web application that streams an agent to a page.") { serve, question };
command.SetAction(async (options, cancellationToken) =>
{
    var serves = options.GetValue(serve);
    try
    {
        await using var offline = await OfflineService.StartIfNoKeyAsync(cancellationToken);
        await using var app = Build(serves ? LocalUrl : "http://127.0.0.1:0", offline);
        await app.StartAsync(cancellationToken);
        Console.WriteLine($"The page is at {app.Urls.First()}.");
        if (serves)
        {
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }

        return await new Visitor(new(app.Urls.First())).AskAsync(options.GetRequiredValue(question), cancellationToken) ? 0 : 1;
    }
    catch (Exception failure) when (failure is GlmException or OptionsValidationException or HttpRequestException or IOException)
    {
        Console.Error.WriteLine($"error: {failure.Message.ReplaceLineEndings(" ")}");
        return 1;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("cancelled");
        return 130;
    }
});
return await command.Parse(args).InvokeAsync();

static WebApplication Build(string url, OfflineService? offline)
{
    // The settings lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseUrls(url);
    builder.Services.AddSingleton<WeatherStation>();
    builder.Services.AddSingleton<IGlmConversationStore, GlmMemoryStore>();

    // This is all there is to it: the rest is in appsettings.json and the environment.
    builder.Services.AddGlm(options => offline?.Configure(options));
    builder.Services.AddGlmTools<WeatherTools>();
    builder.Services.AddGlmAgent("weather");

    var app = builder.Build();
    app.MapGet("/", Page.Get);
    app.MapGet("/ask", Answers.Get);
    return app;
}
