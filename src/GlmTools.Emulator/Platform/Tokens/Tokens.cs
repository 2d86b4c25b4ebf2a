using System.Text;
using System.Text.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>Token counts of the platform's APIs. As in the chat a token is four UTF-8 bytes, rounded up.</summary>
internal static class Tokens
{
    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) + 3) / 4;

    /// <summary>Writes the usage of an API that generates nothing.</summary>
    public static void WriteUsage(Utf8JsonWriter json, int promptTokens)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", promptTokens);
        json.WriteNumber("completion_tokens", 0);
        json.WriteNumber("total_tokens", promptTokens);
        json.WriteEndObject();
    }
}
