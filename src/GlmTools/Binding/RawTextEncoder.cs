using System.Buffers;
using System.Numerics;
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

    // The inherited way asks for each character by itself. This one leaves to the framework's encoder what is neither plain nor a surrogate.
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        charsConsumed = charsWritten = 0;
        while (true)
        {
            charsConsumed += EncodePlain(source[charsConsumed..], destination[charsWritten..], out var written);
            charsWritten += written;
            var rest = source[charsConsumed..];
            var plain = rest.IndexOfAnyInRange(' ', '~');
            var run = plain > 0 ? rest[..plain] : rest;
            var surrogate = run.IndexOfAnyInRange('\uD800', '\uDFFF');
            var status = UnsafeRelaxedJsonEscaping.Encode(surrogate < 0 ? run : run[..surrogate], destination[charsWritten..], out var consumed, out written);
            charsConsumed += consumed;
            charsWritten += written;
            if (status != OperationStatus.Done || (surrogate < 0 && run.Length == rest.Length))
            {
                return status;
            }

            if (surrogate < 0)
            {
                continue;
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

    // The same for bytes. What is left to the inherited way ends between characters, because no plain one is part of another.
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true)
    {
        bytesConsumed = bytesWritten = 0;
        while (true)
        {
            bytesConsumed += EncodePlain(utf8Source[bytesConsumed..], utf8Destination[bytesWritten..], out var written);
            bytesWritten += written;
            var rest = utf8Source[bytesConsumed..];
            var kept = FindFirstCharacterToEncodeUtf8(rest);
            var run = kept < 0 ? rest : rest[..kept];
            if (run.TryCopyTo(utf8Destination[bytesWritten..]))
            {
                bytesConsumed += run.Length;
                bytesWritten += run.Length;
                if (kept < 0)
                {
                    return OperationStatus.Done;
                }

                rest = rest[kept..];
            }

            var plain = rest.IndexOfAnyInRange((byte)' ', (byte)'~');
            var status = base.EncodeUtf8(plain > 0 ? rest[..plain] : rest, utf8Destination[bytesWritten..], out var consumed, out written, isFinalBlock || plain > 0);
            bytesConsumed += consumed;
            bytesWritten += written;
            if (status != OperationStatus.Done || plain <= 0)
            {
                return status;
            }
        }
    }

    // Arguments are JSON inside JSON: mostly plain characters between quotes, about which nobody has to be asked.
    private static int EncodePlain<T>(ReadOnlySpan<T> source, Span<T> destination, out int written)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (read, end) = (0, destination.Length - 1);
        for (written = 0; read < source.Length && written < end; read++)
        {
            var next = source[read];
            if (next < T.CreateTruncating(' ') || next > T.CreateTruncating('~'))
            {
                break;
            }

            if (next == T.CreateTruncating('"') || next == T.CreateTruncating('\\'))
            {
                destination[written++] = T.CreateTruncating('\\');
            }

            destination[written++] = next;
        }

        return read;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
        => UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
