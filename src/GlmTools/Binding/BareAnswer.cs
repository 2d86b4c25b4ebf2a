using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;

namespace GlmTools.Binding;

/// <summary>Puts a value the model wrote as text, <c>[1, 2]</c> or <c>Celsius</c>, into the arguments it belongs in.</summary>
internal static class BareAnswer
{
    private static readonly CodeFence Fence = new();

    /// <returns>The arguments; <see langword="null"/> where the text is none, or is the beginning of some that were cut off.</returns>
    public static byte[]? Wrap(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > GlmToolInvocation.MaxArgumentsLength || UnicodeText.IndexOfFault(utf8.Span) >= 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(utf8.Span).Trim();
        text = Fence.TryApply(text, out var inner) ? inner : text;
        var value = IsJson(text) ? text : IsWord(text) ? $"\"{JsonEncodedText.Encode(text, RawTextEncoder.Instance)}\"" : null;
        return value is null ? null : Encoding.UTF8.GetBytes($$"""{"value":{{value}}}""");
    }

    private static bool IsJson(string text)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            json.Read();
            json.Skip();
            return !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // What begins like JSON and is none was cut off or garbled, and is no text to be taken literally.
    private static bool IsWord(string text) => text.Length > 0 && text[0] is not ('{' or '[' or '"' or '`' or '<' or '\'');
}
