using System.Runtime.InteropServices;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads a service whose forms are only partly documented: what is missing or of another kind is nothing, never a failure.</summary>
internal static class LooseElement
{
    /// <summary>The member of that name; <see langword="null"/> where there is none, where it is null, and for what is no object.</summary>
    public static JsonElement? Find(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The member of that name as text: a string's text, else its JSON.</summary>
    public static string? FindText(this JsonElement element, string name) => element.Find(name)?.AsText();

    /// <summary>The value as text: a string's text, else its JSON; <see langword="null"/> for null.</summary>
    public static string? AsText(this JsonElement element)
    {
        // A string may hold half a character, over which JsonElement fails.
        var utf8 = JsonMarshal.GetRawUtf8Value(element);
        var json = new Utf8JsonReader(utf8);
        return json.ReadText(utf8);
    }

    /// <summary>The items of an array; what is no array is the one item of its own; nothing has none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) => element switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { } single => [single],
    };

    /// <summary>Whether there is nothing in it.</summary>
    public static bool IsEmpty(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.GetPropertyCount() == 0,
        JsonValueKind.Array => element.GetArrayLength() == 0,
        JsonValueKind.String => element.AsText() is "",
        var kind => kind is JsonValueKind.Null or JsonValueKind.Undefined,
    };
}
