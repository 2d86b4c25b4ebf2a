using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Reads a task status: both words for a failure, and what is unknown as not ready (protocol sheet 7).</summary>
internal sealed class TaskStatusConverter : JsonConverter<GlmTaskStatus>
{
    public override GlmTaskStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        "SUCCESS" => GlmTaskStatus.Success,
        "FAIL" or "FAILED" => GlmTaskStatus.Failed,
        _ => GlmTaskStatus.Processing,
    };

    public override void Write(Utf8JsonWriter writer, GlmTaskStatus value, JsonSerializerOptions options)
        => throw new NotSupportedException("A task status is only read.");
}
