using System.Diagnostics;
using System.Runtime.CompilerServices;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Overlap;

/// <summary>The same streamed turn twice: with calls that start while the rest still arrives, and with calls that wait for the end of the stream.</summary>
internal static class OverlapExperiment
{
    private static readonly TimeSpan ChunkDelay = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs both.</summary>
    /// <returns>How long each took, from the first byte to the last result.</returns>
    public static async Task<(TimeSpan Overlapped, TimeSpan OneAfterTheOther)> RunAsync()
    {
        await using var service = await Service.StartAsync(EmulatedModel.From(Answer), chunkDelay: ChunkDelay);
        await RunAsync(service.Client, []);
        var overlapped = await RunAsync(service.Client, []);
        var after = await RunAsync(service.Client, [static inner => (call, cancellationToken) => WholeAsync(inner, call, cancellationToken)]);
        return (overlapped, after);
    }

    private static EmulatedReply Answer(EmulatedRequest request) => request.Messages[^1].Role == "tool"
        ? EmulatedReply.Say("done")
        : EmulatedReply.Calls(new("slow", "{\"what\":\"first\"}"), new("slow", $"{{\"what\":\"{new string('x', 400)}\"}}"));

    private static async Task<TimeSpan> RunAsync(GlmClient client, IReadOnlyList<Func<GlmModelStep, GlmModelStep>> around)
    {
        var agent = new GlmAgent(client, "glm-4.6", new OverlapTools().Tools, new() { AroundModel = around, Settings = new() { ToolStream = true } });
        var began = Stopwatch.GetTimestamp();
        var took = TimeSpan.Zero;
        await foreach (var e in agent.StreamAsync("go"))
        {
            took = e is GlmToolCallFinished ? Stopwatch.GetElapsedTime(began) : took;
        }

        return took;
    }

    // Holds the chunks back until all of them are there.
    private static async IAsyncEnumerable<GlmChatChunk> WholeAsync(GlmModelStep inner, GlmModelCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = new List<GlmChatChunk>();
        await foreach (var chunk in inner(call, cancellationToken).ConfigureAwait(false))
        {
            chunks.Add(chunk);
        }

        // As one, so that no call in it is finished before the answer is.
        foreach (var chunk in chunks[..^1])
        {
            yield return chunk with { FinishReason = chunks[^1].FinishReason };
        }

        yield return chunks[^1];
    }
}
