using System.Text;

namespace GlmTools.Tests.Chat;

public sealed class GlmToolCallDeltasTests
{
    private static readonly GlmToolCallDelta First = new() { Index = 0, Id = "call_1", Name = "f", Arguments = "{" };

    private static readonly GlmToolCallDelta Second = new() { Index = 1, Arguments = "}" };

    [Fact]
    public void Nothing_is_an_empty_list()
    {
        GlmToolCallDeltas none = default;

        Assert.Empty(none);
        Assert.Equal([], none);
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Pieces_come_in_their_order()
    {
        GlmToolCallDeltas both = [First, Second];

        Assert.Equal((First, Second, 2), (both[0], both[1], both.Count));
        Assert.Equal(new List<GlmToolCallDelta> { First, Second }, [.. both]);
    }

    [Fact]
    public void Lists_with_the_same_pieces_are_equal()
    {
        GlmToolCallDeltas one = [First], same = [First with { }], other = [Second], both = [First, Second];

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.True(one != both);
        Assert.True(both != one);
        Assert.True(one != default);
    }

    // A chunk that was read without the parser, and one that was not.
    [Fact]
    public void Shared_pieces_are_equal_to_pieces_of_their_own()
    {
        var reader = new ChunkReader();
        GlmChatChunk chunk = default;
        foreach (var arguments in (string[])["a", "b"])
        {
            reader.TryRead(Frame(arguments), ref chunk);
        }

        Assert.True(reader.HasRepeated);
        Assert.Equal(ChatResponseReader.ReadChunk(Frame("b")), chunk);
        Assert.NotEqual(ChatResponseReader.ReadChunk(Frame("a")), chunk);

        static byte[] Frame(string arguments) => Encoding.UTF8.GetBytes($$$"""{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{{{arguments}}}"}}]}}]}""");
    }

    [Fact]
    public void Chunks_made_by_hand_can_be_changed_as_records_can()
    {
        GlmChatChunk chunk = new() { Id = "1", Model = "m", Delta = new() { Content = "a" }, FinishReason = GlmFinishReason.Stop };

        var other = chunk with { Id = "2", Delta = chunk.Delta with { ToolCalls = [First] } };

        Assert.Equal(("1", "2", "m", "a"), (chunk.Id, other.Id, other.Model, other.Delta.Content));
        Assert.Equal(GlmFinishReason.Stop, other.FinishReason);
        Assert.Equal(First, Assert.Single(other.Delta.ToolCalls));
        Assert.Equal(chunk, other with { Id = "1", Delta = chunk.Delta });
        Assert.Equal(default, new GlmChatChunk { Id = null });
    }
}
