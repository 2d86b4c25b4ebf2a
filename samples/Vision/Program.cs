using System.CommandLine;
using GlmTools;
using Samples;
using Vision;

var file = new Argument<string?>("image")
{
    Description = "A JPEG or PNG file, up to 5 MB. Default: a small chart that comes with the sample.",
    Arity = ArgumentArity.ZeroOrOne,
};
file.Validators.Add(static result =>
{
    if (result.Tokens is [{ Value: var text }] && text.StartsWith("--", StringComparison.Ordinal))
    {
        result.AddError($"Unknown option {text}; see --help.");
    }
});
var url = new Option<string>("--url") { Description = "An image the service fetches.", DefaultValueFactory = static _ => "https://www.w3.org/Icons/w3c_home.png" };
var model = new Option<string>("--model") { Description = "A GLM model that sees.", DefaultValueFactory = static _ => "glm-4.6v" };

var command = new RootCommand("Shows a GLM model an image by its bytes, and one by its URL.") { file, url, model };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        var bytes = await File.ReadAllBytesAsync(options.GetValue(file) ?? Path.Combine(AppContext.BaseDirectory, "chart.png"), cancellationToken);
        await using var service = await Service.StartAsync(new() { Model = new BlindModel() }, "It checks the images and sees nothing.", cancellationToken);
        var viewer = new Viewer(service.Client, options.GetRequiredValue(model));
        await viewer.AskAsync("What is in this picture?", new GlmImagePart(bytes), cancellationToken);
        await viewer.AskAsync("And in this one?", new GlmImagePart(options.GetRequiredValue(url)), cancellationToken);
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
