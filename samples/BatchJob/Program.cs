using System.CommandLine;
using BatchJob;
using GlmTools;
using Samples;

var file = new Option<string?>("--file") { Description = "The reviews to judge, one a line in UTF-8. Default: reviews.txt beside the program." };
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = static _ => "glm-4-flash" };

var command = new RootCommand("Judges reviews as a batch: for half the price, and without the limits of single requests.") { file, model };
command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        string[] reviews = [.. (await File.ReadAllLinesAsync(options.GetValue(file) ?? Path.Combine(AppContext.BaseDirectory, "reviews.txt"), cancellationToken)).Where(static line => !string.IsNullOrWhiteSpace(line))];
        if (reviews.Length == 0)
        {
            throw new ArgumentException("The file has no reviews; write one a line.");
        }

        var batch = new GlmBatchFile();
        for (var i = 0; i < reviews.Length; i++)
        {
            batch.Add($"review-{i + 1}", new GlmChatRequest
            {
                Model = options.GetRequiredValue(model),
                Messages =
                [
                    GlmChatMessage.System("You judge reviews. Answer with one word: positive, negative or neutral."),
                    GlmChatMessage.User(reviews[i]),
                ],
            });
        }

        // Nobody has to wait for the emulator; the service is asked less and less often.
        await using var service = await Service.StartAsync(new() { Model = new ReviewModel(), PollsUntilDone = 8 }, "It counts words, and understands none.", cancellationToken);
        var polling = service.IsEmulated ? new GlmPolling { FirstInterval = TimeSpan.FromMilliseconds(50), LongestInterval = TimeSpan.FromMilliseconds(200) } : GlmPolling.Patient;
        var results = await service.Client.Batches.RunAsync(batch, polling, new ProgressBar(), cancellationToken);

        // Results come in any order; their names tell which is whose.
        Console.WriteLine();
        for (var i = 0; i < reviews.Length; i++)
        {
            var result = results.GetValueOrDefault($"review-{i + 1}");
            Console.WriteLine($"{result?.Completion?.Choices[0].Message.Content?.Trim() ?? $"({result?.Error ?? "no result"})",-10} {reviews[i]}");
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
