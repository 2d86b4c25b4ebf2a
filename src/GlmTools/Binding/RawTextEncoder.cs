using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace GlmTools.Binding;

/// <summary>
/// Escapes only what JSON reserves. The framework's most relaxed encoder also escapes everything beyond the basic plane, and a model
/// that is told a result would read the escapes of an emoji instead of the emoji.
/// </summary>
internal sealed unsafe class RawTextEncoder : JavaScriptEncoder
{
    public static RawTextEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var at = 0; at < textLength; at += 2)
        {
            var next = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text + at, textLength - at);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 == textLength || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return at;
            }
        }

        return -1;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        for (var at = 0; at < utf8Text.Length; at += 4)
        {
            var next = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8Text[at..]);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            // Four bytes are a character beyond the basic plane, if they are one at all.
            if (Rune.DecodeFromUtf8(utf8Text[at..], out _, out var length) != OperationStatus.Done || length != 4)
            {
                return at;
            }
        }

        return -1;
    }

    // The inherited way asks for each character by itself. This one leaves all but surrogates to the framework's encoder.
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        charsConsumed = charsWritten = 0;
        while (true)
        {
            var rest = source[charsConsumed..];
            var surrogate = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            var status = UnsafeRelaxedJsonEscaping.Encode(surrogate < 0 ? rest : rest[..surrogate], destination[charsWritten..], out var consumed, out var written);
            charsConsumed += consumed;
            charsWritten += written;
            if (status != OperationStatus.Done || surrogate < 0)
            {
                return status;
            }

            status = Rune.DecodeFromUtf16(rest[surrogate..], out var rune, out consumed);
            if (status == OperationStatus.NeedMoreData && !isFinalBlock)
            {
                return status;
            }

            // Half a pair is decoded as the replacement character.
            if (!rune.TryEncodeToUtf16(destination[charsWritten..], out written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            charsConsumed += consumed;
            charsWritten += written;
        }
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
        => UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
