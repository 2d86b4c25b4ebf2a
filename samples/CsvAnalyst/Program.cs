using System.CommandLine;
using CsvAnalyst;
using CsvAnalyst.Guest;
using GlmTools;
using Samples;

// Started by the sandbox, this is the process a program of the model runs in.
if (args is [GuestProgram.Argument])
{
    return GuestProgram.Run();
}

var csv = new Option<string>("--csv") { Description = "The file to look at.", DefaultValueFactory = static _ => Path.Combine(AppContext.BaseDirectory, "sales.csv") };
var question = new Option<string>("--question") { Description = "What to find out.", DefaultValueFactory = static _ => "Which month sold best? Draw the sales by month." };
var chart = new Option<string>("--chart") { Description = "Where to put the chart.", DefaultValueFactory = static _ => Path.Combine(Path.GetTempPath(), "glmtools-chart.png") };
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = static _ => "glm-4.7-flash" };
var yes = new Option<bool>("--yes") { Description = "Run the programs the model writes without asking." };
var command = new RootCommand("An analyst who writes programs over a table and draws charts.") { csv, question, chart, model, yes };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        var (file, picture) = (Path.GetFullPath(options.GetRequiredValue(csv)), Path.GetFullPath(options.GetRequiredValue(chart)));
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file {file}; name one with --csv.");
        }

        await using var service = await Service.StartAsync(new() { Model = new ScriptedModel() }, "It reads from a script, and is no model.", cancellationToken);
        var agent = new GlmAgent(service.Client, options.GetRequiredValue(model), new AnalystTools(file, new Sandbox(file, picture, TimeSpan.FromSeconds(15))).Tools, new()
        {
            Instructions = "You analyse a table. Look at it first, then write one program that finds the answer and draws a chart. Answer in two sentences.",
            Approve = new Reviewer(options.GetValue(yes) || service.IsEmulated).AskAsync,
        });
        Console.WriteLine($"you> {options.GetRequiredValue(question)}");
        var run = await agent.RunAsync(options.GetRequiredValue(question), cancellationToken: cancellationToken);
        Console.WriteLine($"glm> {run.Text}");
        if (run.ToolCalls.Any(static call => call.Call.Name == "run_program" && !call.Result.IsError) && File.Exists(picture))
        {
            Console.WriteLine($"     the chart is {picture}");
        }

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
