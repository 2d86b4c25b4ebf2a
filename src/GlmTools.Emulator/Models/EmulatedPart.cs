using System.Text.Json;

namespace GlmTools.Emulator;

/// <summary>A part of a user message that is not only text.</summary>
/// <param name="Type">The kind of part, such as <c>image_url</c>.</param>
/// <param name="Json">The part as it came.</param>
public sealed record EmulatedPart(string Type, JsonElement Json)
{
    /// <summary>The URL of an image, a video or a file, and the bare base64 of an image that was sent itself; <see langword="null"/> for other parts.</summary>
    public string? Url => Json.TryGetProperty(Type, out var value) && value.ValueKind is JsonValueKind.Object && value.TryGetProperty("url", out var url) ? url.GetString() : null;
}
