using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>A file the service keeps for an assistant to look at (protocol sheet 9.3).</summary>
public sealed record QingYanFile
{
    /// <summary>The id under which the service knows it.</summary>
    public required string FileId { get; init; }

    /// <summary>What else the service said of it; it is sent back with the file.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; set; }
}
