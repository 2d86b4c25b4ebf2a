using System.Buffers.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads parts that are encoded already, without decoding what they hold: a conversation sends its images again with each turn.</summary>
internal static class EncodedParts
{
    /// <summary>So much of an image tells its kind: 12 bytes.</summary>
    private const int Base64Head = 16;

    /// <summary>Reads an array of parts.</summary>
    /// <param name="utf8">The array, and whatever stands behind it.</param>
    /// <param name="length">How long the array is.</param>
    public static List<PartOutline> Read(ReadOnlySpan<byte> utf8, out int length)
    {
        var parts = new List<PartOutline>();
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.NextElement())
        {
            if (json.IsOrSkip(JsonTokenType.StartObject))
            {
                parts.Add(ReadPart(ref json));
            }
        }

        length = (int)json.BytesConsumed;
        return parts;
    }

    private static PartOutline ReadPart(ref Utf8JsonReader json)
    {
        var type = "";
        var held = default(PartOutline);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                type = json.TokenType == JsonTokenType.String ? json.GetString()! : "";
                json.Skip();
            }
            else if (json.Enter(JsonTokenType.StartObject))
            {
                held = ReadHeld(ref json, held);
            }
        }

        return held with { Type = type };
    }

    // The members that hold something have a name for each kind of part, and no two kinds have the same.
    private static PartOutline ReadHeld(ref Utf8JsonReader json, PartOutline held)
    {
        while (json.NextMember())
        {
            var holds = json.ValueTextEquals("url"u8) || json.ValueTextEquals("file_data"u8) || json.ValueTextEquals("data"u8);
            json.Read();
            if (holds && json.TokenType == JsonTokenType.String)
            {
                held = Measure(json.ValueSpan);
            }

            json.Skip();
        }

        return held;
    }

    private static PartOutline Measure(ReadOnlySpan<byte> text)
    {
        var mark = text.StartsWith("data:"u8) ? text.IndexOf(";base64,"u8) : -1;
        var base64 = mark < 0 ? text : text[(mark + ";base64,"u8.Length)..];
        if (mark < 0 && text.IndexOf("://"u8) >= 0)
        {
            return default;
        }

        Span<byte> head = stackalloc byte[Base64.GetMaxDecodedFromUtf8Length(Base64Head)];
        Base64.DecodeFromUtf8(base64[..Math.Min(base64.Length, Base64Head)], head, out _, out var read);
        var padding = base64.EndsWith("=="u8) ? 2 : base64.EndsWith("="u8) ? 1 : 0;
        return new("", (base64.Length / 4 * 3) - padding, MediaType.OfImage(head[..read]));
    }
}
