using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Requests;
using GlmTools.Benchmarks.Requests.Serializer;
using OpenAI.Chat;

namespace GlmTools.Benchmarks.Streams;

/// <summary>Answers that arrive in two thousand chunks, 4 KiB at a time.</summary>
internal sealed class StreamSlice : ISlice
{
    private const string EventStream = "text/event-stream";

    public string Name => "stream";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        // Slices are longer, because a case reads a whole stream at once.
        var longer = pace with { Slice = 2 * pace.Slice };
        report.Add(PairedRun.Of("Stream of 2,000 text deltas, per chunk", longer, SampleStreams.Chunks, Cases(SampleStreams.Text())));
        report.Add(PairedRun.Of("Stream of 2,000 text deltas that never repeat, per chunk", longer, SampleStreams.Chunks, [ByHand(SampleStreams.DistinctText()), ByHandInStrings(SampleStreams.DistinctText()), Own(SampleStreams.DistinctText())]));
        report.Add(PairedRun.Of("Stream of 2,000 tool call deltas, per chunk", longer, SampleStreams.Chunks, Cases(SampleStreams.ToolCalls())));
        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures() =>
    [
        new("stream of text, bytes per chunk", static () => Allocation.Of(Own(SampleStreams.Text())) / SampleStreams.Chunks),
        new("stream of text that never repeats, bytes per chunk", static () => Allocation.Of(Own(SampleStreams.DistinctText())) / SampleStreams.Chunks),
        new("stream of tool calls, bytes per chunk", static () => Allocation.Of(Own(SampleStreams.ToolCalls())) / SampleStreams.Chunks),
        new("agent over a stream of text, bytes per chunk", static () => Allocation.Of(OwnAgent(SampleStreams.Text())) / SampleStreams.Chunks),
        new("agent over a stream of tool calls, bytes per chunk", static () => Allocation.Of(OwnAgent(SampleStreams.ToolCalls())) / SampleStreams.Chunks),
        new("agent over a stream of tool calls twice as long, bytes per chunk", static () => Allocation.Of(OwnAgent(SampleStreams.ToolCalls(2 * SampleStreams.Chunks))) / (2 * SampleStreams.Chunks)),
    ];

    private static Case[] Cases(byte[] bytes) => [ByHand(bytes), ByHandInStrings(bytes), Own(bytes), OwnAgent(bytes), Serializer(bytes), OpenAi(bytes)];

    private static Case ByHand(byte[] bytes) => ByHand("by hand (limit)", bytes, new());

    private static Case ByHandInStrings(byte[] bytes) => ByHand("by hand, a string a delta", bytes, new() { MakesStrings = true });

    private static Case ByHand(string name, byte[] bytes, HandAnswer answer)
    {
        var stream = new PiecewiseStream(bytes);
        return Case.OfAsync(name, () =>
        {
            stream.Rewind();
            return HandStream.ReadAsync(stream, answer);
        }) with { CrossesThreads = false };
    }

    private static Case Own(byte[] bytes)
    {
        var client = OwnClient.Create(new CannedHandler(bytes, EventStream));
        var request = new GlmChatRequest { Model = SampleHistory.Model, Messages = [GlmChatMessage.User("hi")] };
        return Case.OfAsync("GlmTools, Chat.StreamAsync", async () =>
        {
            var length = 0;
            await foreach (var chunk in client.Chat.StreamAsync(request))
            {
                length += chunk.Delta.Content?.Length ?? 0;
                foreach (var call in chunk.Delta.ToolCalls)
                {
                    length += call.Arguments?.Length ?? 0;
                }
            }

            return length;
        });
    }

    // No tools: what is called is refused, and the run ends there.
    private static Case OwnAgent(byte[] bytes)
    {
        var agent = new GlmAgent(OwnClient.Create(new CannedHandler(bytes, EventStream)), SampleHistory.Model, GlmToolSet.Empty, new() { MaxTurns = 1 });
        return Case.OfAsync("GlmTools, GlmAgent.StreamAsync", async () =>
        {
            var length = 0;
            await foreach (var e in agent.StreamAsync("hi"))
            {
                length += e is GlmTextDelta delta ? delta.Text.Length : 0;
            }

            return length;
        });
    }

    private static Case Serializer(byte[] bytes)
    {
        var stream = new PiecewiseStream(bytes);
        return Case.OfAsync("SseParser and System.Text.Json, generated", async () =>
        {
            stream.Rewind();
            var (text, arguments) = (new StringBuilder(), new StringBuilder());
            await foreach (var item in SseParser.Create(stream, static (_, data) => data[0] == '[' ? null : JsonSerializer.Deserialize(data, WireContext.Default.WireChunk)).EnumerateAsync())
            {
                foreach (var choice in item.Data?.Choices ?? [])
                {
                    text.Append(choice.Delta?.Content);
                    foreach (var call in choice.Delta?.ToolCalls ?? [])
                    {
                        arguments.Append(call.Function?.Arguments);
                    }
                }
            }

            return text.Length + arguments.Length;
        });
    }

    private static Case OpenAi(byte[] bytes)
    {
        var client = OpenAiSdk.CreateClient(new CannedHandler(bytes, EventStream));
        ChatMessage[] messages = [new UserChatMessage("hi")];
        return Case.OfAsync("OpenAI SDK", async () =>
        {
            var (text, arguments) = (new StringBuilder(), new StringBuilder());
            await foreach (var update in client.CompleteChatStreamingAsync(messages))
            {
                foreach (var part in update.ContentUpdate)
                {
                    text.Append(part.Text);
                }

                foreach (var call in update.ToolCallUpdates)
                {
                    arguments.Append(call.FunctionArgumentsUpdate);
                }
            }

            return text.Length + arguments.Length;
        });
    }
}
