using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Chat;

/// <summary>That it reads every stream as the parser alone reads it.</summary>
public sealed class ChunkReaderTests
{
    private static readonly string[] Texts =
    [
        "", "a", "*", " the", "北京", "😀", "\\n", "\\\"", "\\u5317", "}]}", "\\\\", "content", "\\\"content\\\":\\\"", "\t", "\u0001", "a\u0000", "\u0000", "sevenby", "eightbyt", "*\\n", "\"", "\",\"x\":\"", "\ud83d",
    ];

    private static readonly string[] Frames =
    [
        """{"id":"1","created":7,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"TEXT"}}]}""",
        """{"id":"1","created":7,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"TEXT"}}]}""",
        """{"id":"1","created":7,"model":"m","choices":[{"index":0,"delta":{"reasoning_content":"TEXT","content":"TEXT"}}]}""",
        """{"id":"1","created":7,"model":"m","choices":[{"index":0,"delta":{"content":"x","content":"TEXT"}}]}""",
        """{"id":"1","created":8,"model":"m","choices":[{"index":0,"delta":{"content":"TEXT"}}]}""",
        """{"id":"TEXT","created":8,"model":"m","choices":[{"index":0,"delta":{"content":"TEXT"}}]}""",
        """{"content":"TEXT","choices":[{"index":0,"delta":{"content" : "TEXT"}}]}""",
        """{"choices":[{"index":0,"content":"TEXT","delta":{"content" : "TEXT"}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"TEXT","future":"TEXT"}}]}""",
        """{"choices":[{"index":0,"finish_reason":"stop","delta":{"content":"TEXT"}}],"usage":{"total_tokens":9}}""",
        """{"choices":[{"index":0,"delta":{"content":"TEXT"}},{"index":1,"delta":{"content":"TEXT"}}]}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"TEXT"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"function":{"arguments":"TEXT"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"","tool_calls":[{"index":0,"id":"c","function":{"arguments":"TEXT","name":"TEXT"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"TEXT"}},{"index":1,"function":{"arguments":"TEXT"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"a","arguments":"TEXT"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"TEXT","tool_calls":[{"index":0,"id":"c","function":{"arguments":"{}"}}]}}]}""",
        """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"type":"web_browser","web_browser":{"arguments":"TEXT"}}]}}]}""",
        """{"web_search":[{"content":"TEXT"}],"choices":[{"index":0,"delta":{"content":"TEXT"}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"TEXT","role":"assistant","audio":{"id":"TEXT"}}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"TEXT"}}]} {""",
        """{"error":{"code":"1302","message":"TEXT"}}""",
    ];

    [Fact]
    public void Every_stream_is_read_as_the_parser_reads_it()
    {
        var random = new Random(17);
        var repeated = 0;
        for (var stream = 0; stream < 2_000; stream++)
        {
            var reader = new ChunkReader();
            var frame = Pick(random, Frames);
            for (var i = 0; i < 30; i++)
            {
                frame = random.Next(12) == 0 ? Pick(random, Frames) : frame;
                var text = random.Next(4) == 0 ? Pick(random, Texts) + Pick(random, Texts) : Pick(random, Texts[..6]);
                var data = Encoding.UTF8.GetBytes(frame.Replace("TEXT", text, StringComparison.Ordinal));
                if (random.Next(40) == 0)
                {
                    data[random.Next(data.Length)] = (byte)random.Next(256);
                }

                var (expected, read) = (Told(() => ChatResponseReader.ReadChunk(data)), Told(() => Read(reader, data)));
                Assert.True(expected == read, $"{Encoding.UTF8.GetString(data)}\nexpected {expected}\nread     {read}");
                repeated += reader.HasRepeated ? 1 : 0;
            }
        }

        Assert.InRange(repeated, 5_000, 30_000);
    }

    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{"role":"assistant","content":"TEXT"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"reasoning_content":"TEXT"}}]}""")]
    [InlineData("""{"id":"1","object":"chat.completion.chunk","created":2,"model":"m","choices":[{"index":0,"delta":{"content":"TEXT","tool_calls":null},"finish_reason":null}],"usage":null}""")]
    [InlineData("""{"id":"1","choices":[{"index":0,"delta":{"role":"assistant","tool_calls":[{"index":3,"function":{"arguments":"TEXT"}}]}}]}""")]
    [InlineData("""{"id":"1","choices":[{"index":0,"delta":{"content":"","tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"TEXT"}}]}}]}""")]
    public void Chunks_that_differ_in_their_text_need_the_parser_once(string frame)
    {
        var reader = new ChunkReader();

        var repeated = Texts.Skip(2).Take(6).Select(text =>
        {
            Read(reader, Encoding.UTF8.GetBytes(frame.Replace("TEXT", text, StringComparison.Ordinal)));
            return reader.HasRepeated;
        }).ToArray();

        Assert.Equal([false, true, true, true, true, true], repeated);
    }

    [Fact]
    public void A_text_without_its_second_quote_is_no_text()
    {
        var reader = new ChunkReader();
        Read(reader, """{"choices":[{"delta":{"content":"a"}}]}"""u8.ToArray());

        Assert.ThrowsAny<JsonException>(() => Read(reader, """{"choices":[{"delta":{"content":"}}]}"""u8.ToArray()));
    }

    [Fact]
    public void What_is_not_utf8_is_read_as_the_parser_reads_it()
    {
        var frame = """{"choices":[{"delta":{"content":"a"}}]}"""u8.ToArray();
        var reader = new ChunkReader();
        Read(reader, frame);
        frame[frame.AsSpan().LastIndexOf("a\""u8)] = 0xFF;

        Assert.Equal("\uFFFD", Read(reader, frame)?.Delta.Content);
        Assert.Equal("\uFFFD", ChatResponseReader.ReadChunk(frame)?.Delta.Content);
    }

    [Fact]
    public void A_stream_whose_chunks_are_never_alike_is_left_to_the_parser()
    {
        var reader = new ChunkReader();
        for (var i = 0; i < 20; i++)
        {
            Read(reader, Frame($"id{i}"));
        }

        Read(reader, Frame("same"));
        Read(reader, Frame("same"));

        Assert.False(reader.HasRepeated);

        static byte[] Frame(string id) => Encoding.UTF8.GetBytes($$$"""{"id":"{{{id}}}","choices":[{"delta":{"content":"a"}}]}""");
    }

    private static GlmChatChunk? Read(ChunkReader reader, byte[] data)
    {
        var chunk = default(GlmChatChunk);
        return reader.TryRead(data, ref chunk) ? chunk : null;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    // All that a chunk holds, with what its lists and dictionaries hold.
    private static string Told(Func<GlmChatChunk?> read)
    {
        try
        {
            return read() is not { } chunk ? "none" : string.Join(
                " | ",
                chunk,
                string.Join(',', chunk.Delta.ToolCalls),
                string.Join(',', chunk.WebSearch),
                string.Join(',', chunk.AdditionalProperties.Select(static pair => $"{pair.Key}={pair.Value}")),
                string.Join(',', chunk.Delta.AdditionalProperties.Select(static pair => $"{pair.Key}={pair.Value}")));
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            return "no JSON";
        }
    }
}
