using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GlmTools.Benchmarks.Requests;
using GlmTools.Benchmarks.Shapes;
using GlmTools.Benchmarks.Streams;

namespace GlmTools.Benchmarks.Loops;

/// <summary>A service in memory that calls the weather tool in so many rounds, says something, and begins again.</summary>
/// <param name="rounds">How many rounds.</param>
/// <param name="calls">How many calls a round.</param>
internal sealed class LoopHandler(int rounds, int calls) : HttpMessageHandler
{
    private readonly byte[] _callsAnswer = Answer(calls);
    private readonly CountingStream _sent = new();
    private int _answers;

    /// <summary>How long the last request was.</summary>
    public int LastLength => _sent.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.Count = 0;
        await request.Content!.CopyToAsync(_sent, cancellationToken);
        var isLast = _answers == rounds;
        _answers = isLast ? 0 : _answers + 1;
        var content = new StreamContent(new PiecewiseStream(isLast ? CannedHandler.Text : _callsAnswer));
        content.Headers.ContentType = new("application/json");
        return new(HttpStatusCode.OK) { Content = content };
    }

    private static byte[] Answer(int calls)
    {
        var arguments = JsonSerializer.Serialize(SampleArguments.Weather, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var list = string.Join(",", Enumerable.Range(0, calls).Select(i => $$$"""{"id":"call_{{{i}}}","type":"function","function":{"name":"GetWeather","arguments":{{{arguments}}}}}"""));
        return Encoding.UTF8.GetBytes($$$"""{"id":"1","object":"chat.completion","created":1700000000,"model":"glm-4.6","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{{{list}}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""");
    }
}
