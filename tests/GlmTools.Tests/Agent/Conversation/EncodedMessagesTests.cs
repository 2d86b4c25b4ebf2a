using System.Text;

namespace GlmTools.Tests.Agent.Conversation;

/// <summary>The bytes of a transcript, which grow with it.</summary>
public sealed class EncodedMessagesTests
{
    private readonly EncodedMessages _encoded = new();

    [Fact]
    public void Messages_are_one_list_however_many_blocks_they_fill()
    {
        var texts = Enumerable.Range(0, 1000).Select(static i => new string((char)('a' + (i % 26)), i)).ToArray();
        Array.ForEach(texts, text => _encoded.Add(GlmChatMessage.User(text)));

        var read = GlmConversation.Parse(Json(_encoded.Blocks()));

        Assert.Equal(texts, read.Messages.Select(static message => message.Content!));
    }

    [Fact]
    public void What_goes_before_them_stands_alone()
    {
        _encoded.Add(GlmChatMessage.User("hi"));

        var blocks = _encoded.Blocks("{\"role\":\"system\"}"u8.ToArray());

        Assert.Equal(["{\"role\":\"system\"}", "{\"role\":\"user\",\"content\":\"hi\"}"], blocks.Select(static block => Encoding.UTF8.GetString(block.Span)));
    }

    // Where blocks are many, each request lists them all; where they are wide, most of them is empty.
    [Fact]
    public void A_long_transcript_has_few_blocks_and_copies_none_of_them()
    {
        ReadOnlyMemory<byte>[] before = [];
        for (var i = 0; i < 2000; i++)
        {
            _encoded.Add(GlmChatMessage.Tool($"call_{i}", new string('x', 100)));
            var after = _encoded.Blocks();
            Assert.All(before.Zip(after), static pair => Assert.True(pair.First.Span.Overlaps(pair.Second.Span, out var offset) && offset == 0));
            before = after;
        }

        Assert.InRange(before.Length, 2, 24);
    }

    [Fact]
    public void A_message_longer_than_any_block_has_one_of_its_own()
    {
        _encoded.Add(GlmChatMessage.User("short"));
        _encoded.Add(GlmChatMessage.User(new string('x', 1_000_000)));
        _encoded.Add(GlmChatMessage.User("short again"));

        Assert.Equal(3, _encoded.Blocks().Length);
        Assert.Equal(3, GlmConversation.Parse(Json(_encoded.Blocks())).Messages.Count);
    }

    [Fact]
    public void An_answer_is_encoded_as_the_message_it_becomes()
    {
        for (var scalar = 0; scalar <= 0x10FFFF; scalar += scalar is > 0x3000 and < 0xFF00 or > 0x1FA00 ? 61 : 1)
        {
            if (Rune.IsValid(scalar))
            {
                var text = $"a{new Rune(scalar)}\n\"{new Rune(scalar)}é";
                var (one, other) = (new EncodedMessages(), new EncodedMessages());
                one.Add(GlmChatMessage.Tool("c", text));
                other.Add("c", Encoding.UTF8.GetBytes(text));
                Assert.Equal(Json(one.Blocks()), Json(other.Blocks()));
            }
        }
    }

    private static string Json(IEnumerable<ReadOnlyMemory<byte>> blocks) => $"[{string.Join(',', blocks.Select(static block => Encoding.UTF8.GetString(block.Span)))}]";
}
