using System.Text.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>A file that the emulator keeps (protocol sheet 8.7).</summary>
internal sealed record StoredFile(string Id, string Name, string Purpose, long CreatedAt, ReadOnlyMemory<byte> Content)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("object", "file");
        json.WriteNumber("bytes", Content.Length);
        json.WriteNumber("created_at", CreatedAt);
        json.WriteString("filename", Name);
        json.WriteString("purpose", Purpose);
        json.WriteEndObject();
    }
}
