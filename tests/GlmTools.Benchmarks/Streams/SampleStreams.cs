using System.Text;

namespace GlmTools.Benchmarks.Streams;

/// <summary>Answers of two thousand chunks, as the service sends them.</summary>
internal static class SampleStreams
{
    public const int Chunks = 2000;

    private const int Calls = 4;

    private const string Head = """data: {"id":"20260101123456abcdef0123456789","created":1767225600,"object":"chat.completion.chunk","model":"glm-4.6","choices":[{"index":0,""";

    private static readonly string[] Words = ["Hello", " world", ",", " the", " quick", " brown", "\\n", " fox", " 北京", " jumps", " over", "."];

    /// <summary>An answer that is text, a word a chunk.</summary>
    public static byte[] Text() => Stream("stop", Enumerable.Range(0, Chunks).Select(static i => $"\"content\":\"{Words[i % Words.Length]}\""));

    /// <summary>An answer whose words come once only, as no model writes.</summary>
    public static byte[] DistinctText() => Stream("stop", Enumerable.Range(0, Chunks).Select(static i => $"\"content\":\" {i:x4}\""));

    /// <summary>An answer that is four calls, five characters of their arguments a chunk.</summary>
    public static byte[] ToolCalls(int chunks = Chunks)
    {
        var pieces = chunks / Calls;
        return Stream("tool_calls", Enumerable.Range(0, chunks).Select(i => Piece(i / pieces, i % pieces, pieces)));
    }

    private static string Piece(int call, int piece, int pieces)
    {
        var function = piece switch
        {
            0 => $$"""
                "id":"call_{{call}}","type":"function","function":{"name":"PlaceOrder{{call}}","arguments":"{\"text\":\""}
                """,
            _ when piece == pieces - 1 => """
                "function":{"arguments":"\"}"}
                """,
            _ => """
                "function":{"arguments":"abcde"}
                """,
        };
        return $$"""
            "tool_calls":[{"index":{{call}},{{function}}}]
            """;
    }

    private static byte[] Stream(string finishReason, IEnumerable<string> deltas)
    {
        var text = new StringBuilder();
        foreach (var delta in deltas)
        {
            text.Append(Head).Append("\"delta\":{\"role\":\"assistant\",").Append(delta).Append("}}]}\n\n");
        }

        text.Append(Head).Append($"\"finish_reason\":\"{finishReason}\",\"delta\":{{\"role\":\"assistant\",\"content\":\"\"}}}}],");
        text.Append("\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":2000,\"total_tokens\":2100}}\n\ndata: [DONE]\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
