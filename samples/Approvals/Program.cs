using System.CommandLine;
using Approvals;
using GlmTools;
using Samples;

const string Question = "How much is on the account li.wei? Transfer 250 CNY from it to landlord, for the rent.";

var ask = new Option<bool>("--ask") { Description = "Ask at the terminal while the run waits, instead of suspending it." };
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = static _ => "glm-4.7-flash" };
model.Validators.Add(static result =>
{
    if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
    {
        result.AddError("--model is empty; see --help.");
    }
});

var command = new RootCommand("A bank whose transfers a person has to approve: inline, or later and in another process.") { ask, model };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        await using var service = await Service.StartAsync(new() { Model = new ScriptedModel() }, "It reads from a script, and is no model.", cancellationToken);
        await (options.GetValue(ask) ? AskAsync(options, service, cancellationToken) : PlayAsync(options, service, cancellationToken));
        return 0;
    }
    catch (Exception failure) when (failure is GlmException or ArgumentException or IOException or UnauthorizedAccessException)
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

async Task AskAsync(ParseResult options, Service service, CancellationToken cancellationToken)
{
    var tools = new Bank().Tools;
    var agent = new GlmAgent(service.Client, options.GetRequiredValue(model), tools, new() { Approve = new Clerk(tools).AskAsync });
    Console.WriteLine($"you> {Question}");
    var run = await agent.RunAsync(Question, cancellationToken: cancellationToken);
    Console.WriteLine($"glm> {run.Text}");
}

async Task PlayAsync(ParseResult options, Service service, CancellationToken cancellationToken)
{
    var folder = Directory.CreateTempSubdirectory("glmtools-approvals-");
    try
    {
        var play = new Play(service.Client, options.GetRequiredValue(model), new Bank(), Path.Combine(folder.FullName, "run.json"));
        await play.RunAsync(Question, cancellationToken);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
