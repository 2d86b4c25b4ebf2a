using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>Judges the text of a call's arguments, which is of unknown quality (protocol sheet 4.5).</summary>
internal static class ArgumentsText
{
    /// <summary>Whether it is one JSON object and nothing else, so that every server can read it.</summary>
    public static bool IsObject(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var json = new Utf8JsonReader(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            // Reads on behind the object: a second one glued on throws.
            while (json.Read())
            {
                if (json.ValueIsEscaped)
                {
                    // Half a surrogate pair is valid JSON, but no text.
                    json.GetString();
                }
                else if (json.TokenType == JsonTokenType.Number && !double.IsFinite(json.GetDouble()))
                {
                    // llama.cpp fails on a number that no double can hold, and would on every request that has it in its history.
                    return false;
                }
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }
}
