using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Testing;

/// <summary>A body in the form that is best read: JSON, text, or bytes.</summary>
public sealed class GlmRecordedBody
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private GlmRecordedBody()
    {
    }

    /// <summary>No body.</summary>
    public static GlmRecordedBody Empty { get; } = new() { Text = "" };

    /// <summary>The body as JSON, or <see langword="null"/>.</summary>
    public JsonElement? Json { get; private init; }

    /// <summary>The body as text, or <see langword="null"/> for JSON and for bytes that are no text.</summary>
    public string? Text { get; private init; }

    /// <summary>The body as bytes, of one that is neither JSON nor text; else empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Text is "";

    /// <summary>What goes over the wire.</summary>
    public ReadOnlyMemory<byte> ToBytes()
        => Json is { } json ? Encoding.UTF8.GetBytes(ToolJson.Text(json.WriteTo)) : Text is { } text ? Encoding.UTF8.GetBytes(text) : Bytes;

    internal static GlmRecordedBody Of(JsonElement json) => new() { Json = json.Clone() };

    internal static GlmRecordedBody Of(string text) => text.Length == 0 ? Empty : new() { Text = text };

    /// <summary>The best form of some bytes. Only objects and arrays count as JSON: a number may as well be text.</summary>
    internal static GlmRecordedBody Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes.Span);
            return Parse(text) is { } json ? new() { Json = json } : Of(text);
        }
        catch (DecoderFallbackException)
        {
            return new() { Bytes = bytes };
        }
    }

    private static JsonElement? Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
