using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Requests.Serializer;

namespace GlmTools.Benchmarks.Requests;

/// <summary>A request with ten tools and twenty messages: its body, and the whole way there and back.</summary>
internal sealed class RequestSlice : ISlice
{
    private static readonly byte[] Tools = Encoding.UTF8.GetBytes(HandDefinitions.Ten());

    private static readonly JsonElement ParsedTools = JsonElement.Parse(Tools);

    public string Name => "request";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        report.Add(PairedRun.Of("Request body: 10 tools and 20 messages", pace, 1, [ByHand(), OwnBody(), Serializer(), SerializerMapped(), OpenAiBody()]));
        report.Add(PairedRun.Of("Request over HttpClient, answered in memory", pace, 1, [HandCall(), OwnCall(), OpenAiCall()]));
        report.Add(Lengths());
        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures() =>
    [
        new("request body, bytes allocated", static () => Allocation.Of(OwnBody())),
        new("request body, bytes sent", static () => OwnLength()),
        new("request over HttpClient, bytes allocated", static () => Allocation.Of(OwnCall())),
    ];

    private static Case ByHand()
    {
        var request = new HandRequest(new CannedHandler(CannedHandler.Text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return Case.Of("by hand (limit)", () => request.Write(SampleHistory.Messages, Tools));
    }

    private static Case OwnBody()
    {
        var write = OwnClient.Writer(OwnClient.Create(new CannedHandler(CannedHandler.Text)));
        var request = OwnClient.Request();
        return Case.Of("GlmTools", () =>
        {
            using var body = write(request, false);
            return body;
        });
    }

    private static Case Serializer()
    {
        var (json, buffer) = Writer();
        var request = Map();
        return Case.Of("System.Text.Json, generated", () => Serialize(json, buffer, request));
    }

    private static Case SerializerMapped()
    {
        var (json, buffer) = Writer();
        return Case.Of("System.Text.Json, generated, mapped each time", () => Serialize(json, buffer, Map()));
    }

    private static Case OpenAiBody()
    {
        var (messages, options) = (OpenAiSdk.Messages(), OpenAiSdk.Options());
        return Case.Of("OpenAI SDK, in parts", () => OpenAiSdk.Write(messages, options));
    }

    private static Case HandCall()
    {
        var request = new HandRequest(new CannedHandler(CannedHandler.Text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return Case.OfAsync("by hand (limit)", () => request.SendAsync(SampleHistory.Messages, Tools)) with { CrossesThreads = false };
    }

    private static Case OwnCall()
    {
        var client = OwnClient.Create(new CannedHandler(CannedHandler.Text));
        var request = OwnClient.Request();
        return Case.OfAsync("GlmTools", () => client.Chat.CompleteAsync(request)) with { CrossesThreads = false };
    }

    private static Case OpenAiCall()
    {
        var (messages, options) = (OpenAiSdk.Messages(), OpenAiSdk.Options());
        var client = OpenAiSdk.CreateClient(new CannedHandler(CannedHandler.Text));
        return Case.OfAsync("OpenAI SDK", () => client.CompleteChatAsync(messages, options)) with { CrossesThreads = false };
    }

    private static Table Lengths()
    {
        var openAi = new CannedHandler(CannedHandler.Text);
        OpenAiSdk.CreateClient(openAi).CompleteChatAsync(OpenAiSdk.Messages(), OpenAiSdk.Options()).GetAwaiter().GetResult();
        using var byHand = new HandRequest(openAi, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        using var escaped = new HandRequest(openAi, JavaScriptEncoder.Default);
        return new("Bytes of the request on the wire",
        [
            new("by hand", new Figure("bytes", byHand.Write(SampleHistory.Messages, Tools))),
            new("GlmTools", new Figure("bytes", OwnLength())),
            new("by hand, default escaping", new Figure("bytes", escaped.Write(SampleHistory.Messages, Tools))),
            new("OpenAI SDK", new Figure("bytes", openAi.LastLength)),
        ]);
    }

    private static int OwnLength()
    {
        var handler = new CannedHandler(CannedHandler.Text);
        using var client = OwnClient.Create(handler);
        client.Chat.CompleteAsync(OwnClient.Request()).GetAwaiter().GetResult();
        return handler.LastLength;
    }

    private static (Utf8JsonWriter Json, ArrayBufferWriter<byte> Buffer) Writer()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        return (new(buffer, new() { SkipValidation = true }), buffer);
    }

    private static WireRequest Map() => new(SampleHistory.Model, [.. SampleHistory.Messages.Select(WireMessage.Of)], ParsedTools, SampleHistory.Temperature);

    private static int Serialize(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, WireRequest request)
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        JsonSerializer.Serialize(json, request, WireContext.Default.WireRequest);
        return buffer.WrittenCount;
    }
}
