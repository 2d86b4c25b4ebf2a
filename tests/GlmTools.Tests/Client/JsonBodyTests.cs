using System.Text;

namespace GlmTools.Tests.Client;

/// <summary>Bodies whose buffers are used again.</summary>
public sealed class JsonBodyTests
{
    [Fact]
    public async Task A_body_is_sent_as_it_was_written_as_often_as_it_takes()
    {
        using var body = Start("北京");
        using var first = body.ToContent();
        using var second = body.ToContent();

        Assert.Equal("\"北京\"", await first.ReadAsStringAsync());
        Assert.Equal("\"北京\"", await second.ReadAsStringAsync());
        Assert.Equal(("application/json", 8L), (first.Headers.ContentType!.ToString(), first.Headers.ContentLength));
    }

    [Fact]
    public async Task Nothing_of_it_is_left_for_the_next_one()
    {
        for (var i = 0; i < 100; i++)
        {
            using var body = Start(new string('x', 100 - i));
            using var content = body.ToContent();
            Assert.Equal($"\"{new string('x', 100 - i)}\"", await content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(3_000)]
    public async Task A_body_of_any_length_is_sent_as_it_was_written(int pieces)
    {
        var piece = new string('x', 1000);
        for (var i = 0; i < 3; i++)
        {
            using var body = JsonBody.Start();
            body.Json.WriteStartArray();
            for (var j = 0; j < pieces; j++)
            {
                body.Json.WriteStringValue(piece);
            }

            body.Json.WriteEndArray();
            using var content = body.ToContent();
            Assert.Equal($"[{string.Join(',', Enumerable.Repeat($"\"{piece}\"", pieces))}]", await content.ReadAsStringAsync());
        }
    }

    // A connection may go on sending for a moment after its answer is there, or after the caller has gone.
    [Fact]
    public async Task A_body_that_is_still_being_sent_serves_no_other_request()
    {
        var slow = new SlowStream();
        var body = Start("secret of the first");
        var sending = body.ToContent().CopyToAsync(slow);
        body.Dispose();

        var others = Enumerable.Range(0, 40).Select(static _ => Start("of another")).ToArray();

        Assert.DoesNotContain(body, others);
        slow.Go.SetResult();
        await sending;
        Assert.Equal("\"secret of the first\"", Encoding.UTF8.GetString(slow.ToArray()));
        Array.ForEach(others, static other => other.Dispose());
    }

    [Fact]
    public void A_body_that_is_disposed_of_twice_serves_one_request()
    {
        var body = Start("once");
        body.Dispose();
        body.Dispose();

        var next = Enumerable.Range(0, 40).Select(static _ => Start("next")).ToArray();

        Assert.Equal(next.Length, next.Distinct().Count());
        Array.ForEach(next, static other => other.Dispose());
    }

    private static JsonBody Start(string text)
    {
        var body = JsonBody.Start();
        body.Json.WriteStringValue(Encoding.UTF8.GetBytes(text));
        return body;
    }

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Go.Task.WaitAsync(cancellationToken);
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
