using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>The text of a string or name.</summary>
internal static class TokenText
{
    /// <summary>The text, or <see langword="null"/> where it is none: half a surrogate pair is valid JSON, bytes that are no UTF-8 pass as such.</summary>
    public static string? Of(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
