using System.Text.Json;

namespace GlmTools;

/// <summary>The parts of a definition, read from its constant the first time somebody asks for one.</summary>
internal sealed record GlmToolDescription(string Text, JsonElement Parameters)
{
    /// <summary>The name in a definition. Names are ASCII and definitions all begin alike, so that finding it needs no parser.</summary>
    public static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> definition)
    {
        var rest = definition["{\"type\":\"function\",\"function\":{\"name\":\""u8.Length..];
        return rest[..rest.IndexOf((byte)'"')];
    }

    public static GlmToolDescription Parse(ReadOnlySpan<byte> definition)
    {
        var reader = new Utf8JsonReader(definition);
        var function = JsonElement.ParseValue(ref reader).GetProperty("function"u8);
        var description = function.TryGetProperty("description"u8, out var text) ? text.GetString() : null;
        return new(description ?? "", function.GetProperty("parameters"u8));
    }
}
