using System.Net.ServerSentEvents;

namespace Hosting;

/// <summary>Does what the page does, for a run without a browser.</summary>
internal sealed class Visitor(Uri site)
{
    /// <summary>Asks and prints what comes as it comes.</summary>
    /// <returns>Whether there was an answer.</returns>
    public async Task<bool> AskAsync(string question, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = site };
        Console.WriteLine($"you> {question}");
        await using var body = await http.GetStreamAsync($"/ask?question={Uri.EscapeDataString(question)}&conversation={Guid.NewGuid():n}", cancellationToken);
        var speaking = false;
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            switch (item.EventType)
            {
                case "text":
                    Console.Write(speaking ? item.Data : $"glm> {item.Data}");
                    speaking = true;
                    break;
                case "call":
                    Console.WriteLine($"     -> {item.Data}");
                    break;
                case "result":
                    Console.WriteLine($"     <- {item.Data}");
                    break;
                case "stopped":
                    Console.WriteLine($"\n     ({item.Data})");
                    return item.Data == "Answered";
                case "failure":
                    Console.Error.WriteLine($"error: {item.Data.ReplaceLineEndings(" ")}");
                    return false;
            }
        }

        return false;
    }
}
