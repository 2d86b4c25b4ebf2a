using System.Text.Json;

namespace GlmTools;

/// <summary>A part of a kind, or with members, that this version does not know. It is kept and sent as it came.</summary>
/// <param name="Json">The part: an object.</param>
public sealed record GlmUnknownPart(JsonElement Json) : GlmContentPart
{
    /// <summary>The kind of part; empty where it does not say.</summary>
    public override string Type => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
}
