using System.CommandLine;
using GlmTools;
using QingYan;

var question = new Argument<string[]>("question")
{
    Description = "What to ask. Default: a small conversation of two questions, the first one about a file.",
    Arity = ArgumentArity.ZeroOrMore,
};
question.Validators.Add(static result =>
{
    if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
    {
        result.AddError($"Unknown option {unknown.Value}; see --help.");
    }
});
var file = new Option<string?>("--file") { Description = "A file for the assistant to look at." };
var noStream = new Option<bool>("--no-stream") { Description = "Wait for whole answers instead of streaming them." };

var command = new RootCommand($"""
    Asks an assistant of your own on chatglm.cn. Without {Service.KeyName}, {Service.SecretName} and {Service.AssistantName} in the environment a
    local emulator answers.
    """) { question, file, noStream };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        await using var service = await Service.StartAsync(cancellationToken);
        var dialogue = new Dialogue(service, stream: !options.GetValue(noStream));
        var attached = Attached(options.GetValue(file), isDemonstration: options.GetRequiredValue(question).Length == 0);
        foreach (var text in Questions(options.GetRequiredValue(question)))
        {
            await dialogue.AskAsync(text, attached, cancellationToken);
            attached = null;
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

static string[] Questions(string[] given) => given.Length > 0 ? [string.Join(' ', given)] : ["画出这些城市的人口", "哪个城市最大?"];

static GlmUpload? Attached(string? path, bool isDemonstration)
    => path is not null ? GlmUpload.FromFile(path)
        : isDemonstration ? GlmUpload.FromBytes("cities.csv", "城市,人口\n上海,2487\n北京,2184\n广州,1868\n"u8.ToArray())
        : null;
