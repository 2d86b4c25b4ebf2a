using System.Text.Json;

namespace GlmTools;

/// <summary>The parts of one message, as far as the rules look at them.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="FindPlace">Finds where the message stands; only a request that is refused pays for that.</param>
internal sealed record ContentOutline(IReadOnlyList<PartOutline> Parts, Func<string> FindPlace)
{
    /// <summary>
    /// How a content that has parts begins. Inside a text the quotes would be escaped, so where this stands, there is one; a conversation without
    /// parts costs no more than the look for it.
    /// </summary>
    private static ReadOnlySpan<byte> Beginning => "\"content\":["u8;

    /// <summary>Where the message stands, such as <c>messages[2]</c>.</summary>
    public string Place => FindPlace();

    /// <summary>Those of the messages of a request that have parts.</summary>
    public static IReadOnlyList<ContentOutline> Of(GlmChatRequest request)
    {
        List<ContentOutline>? found = null;
        for (var i = 0; request.MayHaveEncodedParts && i < request.EncodedMessages.Count; i++)
        {
            Find(request.EncodedMessages, i, ref found);
        }

        for (var i = 0; i < request.Messages.Count; i++)
        {
            if (request.Messages[i].Parts.Count > 0)
            {
                (found ??= []).Add(Outline(request, i));
            }
        }

        return found ?? (IReadOnlyList<ContentOutline>)[];
    }

    private static ContentOutline Outline(GlmChatRequest request, int at)
        => new(
            [.. request.Messages[at].Parts.Select(PartOutline.Of)],
            () => $"messages[{request.EncodedMessages.Sum(static all => Count(all, all.Length)) + at}]");

    private static void Find(IReadOnlyList<ReadOnlyMemory<byte>> encoded, int block, ref List<ContentOutline>? found)
    {
        var messages = encoded[block].Span;
        for (var at = 0; messages[at..].IndexOf(Beginning) is >= 0 and var next;)
        {
            var start = at + next;
            (found ??= []).Add(Outline(encoded, block, start, out var length));
            at = start + Beginning.Length - 1 + length;
        }
    }

    private static ContentOutline Outline(IReadOnlyList<ReadOnlyMemory<byte>> encoded, int block, int start, out int length)
        => new(
            EncodedParts.Read(encoded[block].Span[(start + Beginning.Length - 1)..], out length),
            () => $"messages[{encoded.Take(block).Sum(static all => Count(all, all.Length)) + Count(encoded[block], start) - 1}]");

    /// <summary>How many messages begin before a place.</summary>
    private static int Count(ReadOnlyMemory<byte> messages, int end)
    {
        byte[] utf8 = [(byte)'[', .. messages.Span, (byte)']'];
        var json = new Utf8JsonReader(utf8);
        var count = 0;
        for (json.Read(); json.NextElement() && json.TokenStartIndex <= end; json.Skip())
        {
            count++;
        }

        return count;
    }
}
