using System.Collections.Concurrent;
using System.Security.Cryptography;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Assistants;

/// <summary><c>POST file_upload</c> (protocol sheet 9.3), and the files it took.</summary>
internal sealed class Uploads
{
    private readonly ConcurrentDictionary<string, EmulatedUpload> _files = [];

    public EmulatedUpload? Find(string id) => _files.GetValueOrDefault(id);

    public WireResponse Answer(WireRequest request)
    {
        if (request.Form?.Files.GetFile("file") is not { Length: > 0 } form)
        {
            return QingYanError.BadRequest("The body must be multipart/form-data with a field 'file' that holds a file with a name and a content.").ToResponse();
        }

        using var content = new MemoryStream();
        form.CopyTo(content);
        var file = new EmulatedUpload(RandomNumberGenerator.GetHexString(24, lowercase: true), form.FileName, content.ToArray());
        _files[file.Id] = file;
        return WireResponse.OfJson(StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("status", 0);
            json.WriteString("message", "success");
            json.WriteStartObject("result");
            json.WriteString("file_id", file.Id);
            json.WriteString("file_name", file.Name);
            json.WriteNumber("file_size", file.Content.Length);
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }
}
