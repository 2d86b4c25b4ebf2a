using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Client;

/// <summary>That it finds the events the framework's own parser finds.</summary>
public sealed class EventBufferTests
{
    private static readonly string[] Lines =
    [
        "data: {\"a\":1}", "data:x", "data:  two blanks", "data", "data:", "data: 北京", ": a comment", "event: error", "event:other", "event", "id: 7", "retry: 10",
        "datas: no", " data: no", "nothing", ":", "data: a:b", "",
        "", "",
    ];

    [Fact]
    public async Task Every_stream_is_read_as_the_framework_reads_it()
    {
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var text = new StringBuilder(random.Next(20) == 0 ? "\uFEFF" : "");
            for (var line = random.Next(30); line > 0; line--)
            {
                text.Append(Pick(random, Lines)).Append(Pick(random, ["\n", "\n", "\r\n", "\r"]));
            }

            var utf8 = Encoding.UTF8.GetBytes(text.ToString());
            var (expected, read) = (Expected(utf8), await ReadAsync(Cut(random, utf8)));
            Assert.True(expected.SequenceEqual(read), $"{JsonSerializer.Serialize(text.ToString())}\nexpected {string.Join(' ', expected)}\nread     {string.Join(' ', read)}");
        }
    }

    [Fact]
    public async Task An_event_may_be_longer_than_the_buffer()
    {
        var data = new string('x', 100_000);

        Assert.Equal([(data, false), ("y\ny", false)], await ReadAsync(Cut(new(1), Encoding.UTF8.GetBytes($"data: {data}\n\ndata: y\ndata: y\n\n"))));
    }

    [Fact]
    public async Task An_event_is_handed_out_before_the_next_one_comes()
    {
        using var events = new EventBuffer(new PiecewiseStream(["data: a\n\n"u8.ToArray()], static _ => throw new InvalidOperationException()));

        await events.FillAsync(CancellationToken.None);

        Assert.True(events.TryRead(out var data));
        Assert.True(data.SequenceEqual("a"u8));
        Assert.False(events.TryRead(out _));
    }

    private static async Task<List<(string Data, bool IsError)>> ReadAsync(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var events = new EventBuffer(new PiecewiseStream(pieces));
        var read = new List<(string, bool)>();
        while (await events.FillAsync(CancellationToken.None))
        {
            while (events.TryRead(out var data))
            {
                read.Add((Encoding.UTF8.GetString(data), events.IsError));
            }
        }

        return read;
    }

    private static List<(string Data, bool IsError)> Expected(byte[] utf8)
        => [.. SseParser.Create(new MemoryStream(utf8)).Enumerate().Select(static item => (item.Data, item.EventType == "error"))];

    private static IEnumerable<ReadOnlyMemory<byte>> Cut(Random random, ReadOnlyMemory<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var length = Math.Min(random.Next(1, 1 + random.Next(1, 40)), utf8.Length);
            yield return utf8[..length];
            utf8 = utf8[length..];
        }
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
