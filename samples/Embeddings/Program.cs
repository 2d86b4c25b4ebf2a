using System.CommandLine;
using Embeddings;
using GlmTools;
using GlmTools.Emulator;
using Microsoft.Extensions.AI;
using Samples;

var query = new Argument<string[]>("query") { Description = "What to look for. Default: some queries in English and Chinese.", Arity = ArgumentArity.ZeroOrMore };
query.Validators.Add(static result =>
{
    if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
    {
        result.AddError($"Unknown option {unknown.Value}; see --help.");
    }
});
var file = new Option<string?>("--file") { Description = "The texts to search, one a line in UTF-8. Default: texts.txt beside the program." };
var count = new Option<int>("--count") { Description = "How many texts to show.", DefaultValueFactory = static _ => 2 };
count.Validators.Add(static result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--count is a number from 1 on.");
    }
});
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = static _ => "embedding-3" };

var command = new RootCommand("Finds the most similar text by its embedding.") { query, file, count, model };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        string[] texts = [.. (await File.ReadAllLinesAsync(options.GetValue(file) ?? Path.Combine(AppContext.BaseDirectory, "texts.txt"), cancellationToken)).Where(static line => !string.IsNullOrWhiteSpace(line))];
        await using var service = await Service.StartAsync(new() { Model = ScenarioModel.Weather }, "It compares spellings, not meanings.", cancellationToken);
        using IEmbeddingGenerator<string, Embedding<float>> generator = new GlmEmbeddingGenerator(service.Client, options.GetRequiredValue(model));
        var index = await TextIndex.BuildAsync(generator, texts, cancellationToken);

        var given = string.Join(' ', options.GetRequiredValue(query));
        foreach (var text in given.Length > 0 ? [given] : new[] { "VideoAnalytica dataset", "risks of unpredictable behaviour", "北京的天气" })
        {
            Console.WriteLine($"\n? {text}");
            foreach (var match in await index.FindAsync(text, options.GetValue(count), cancellationToken))
            {
                Console.WriteLine($"  similarity: {match.Similarity:0.0000}  {match.Text}");
            }
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
