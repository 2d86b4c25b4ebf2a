using System.CommandLine;
using GlmTools;
using WeatherAgent;

var question = new Argument<string[]>("question")
{
    Description = "What to ask. Default: the weather in Beijing, in Chinese, then in Shanghai, in English.",
    Arity = ArgumentArity.ZeroOrMore,
};
question.Validators.Add(static result =>
{
    if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
    {
        result.AddError($"Unknown option {unknown.Value}; see --help.");
    }
});
var noStream = new Option<bool>("--no-stream") { Description = "Wait for whole answers instead of streaming them." };
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = _ => "glm-4-flash" };
var baseUrl = new Option<string?>("--base-url") { Description = "The service. Default: the real one if ZHIPUAI_API_KEY is set, a local emulator otherwise." };
var showWire = new Option<bool>("--show-wire") { Description = "Print every request and response body." };
var showSchema = new Option<bool>("--show-schema") { Description = "Print the tools array the model sees, and stop." };

var command = new RootCommand("A GLM agent that looks up the weather by calling C# methods.") { question, noStream, model, baseUrl, showWire, showSchema };
command.SetAction(async (options, cancellationToken) =>
{
    var tools = new WeatherTools().Tools;
    if (options.GetValue(showSchema))
    {
        Console.WriteLine(tools.ToJson(indented: true));
        return 0;
    }

    var questions = Questions(options.GetRequiredValue(question));
    if (questions.Any(string.IsNullOrWhiteSpace))
    {
        Console.Error.WriteLine("error: the question is empty");
        return 1;
    }

    try
    {
        await using var service = await Service.StartAsync(options.GetValue(baseUrl), options.GetValue(showWire), cancellationToken);
        var dialogue = new Dialogue(new GlmAgent(service.Client, options.GetRequiredValue(model), tools), stream: !options.GetValue(noStream));
        foreach (var text in questions)
        {
            await dialogue.AskAsync(text, cancellationToken);
        }

        return 0;
    }
    catch (Exception failure) when (failure is GlmException or ArgumentException)
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

static string[] Questions(string[] given)
    => given.Length > 0 ? [string.Join(' ', given)] : ["今天北京天气如何?", "What's the weather in Shanghai today?"];
