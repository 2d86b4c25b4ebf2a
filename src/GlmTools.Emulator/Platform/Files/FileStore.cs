using System.Security.Cryptography;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;
using IFormCollection = Microsoft.AspNetCore.Http.IFormCollection;

namespace GlmTools.Emulator.Platform;

/// <summary><c>files</c> (protocol sheet 8.7): kept in memory, in the order they came.</summary>
internal sealed class FileStore(TimeProvider time)
{
    private const int MostBytes = 100_000_000;

    private static readonly string[] Purposes = ["batch", "code-interpreter", "agent", "voice-clone-input", "user_data", "fine-tune", "retrieval"];

    private readonly Lock _gate = new();
    private readonly List<StoredFile> _files = [];

    public IEnumerable<Endpoint> Endpoints =>
    [
        Endpoint.Post("files", request => Upload(request.Form)),
        Endpoint.Get("files", List),
        Endpoint.Delete("files/{id}", request => Delete(request.Values["id"])),
        Endpoint.Get("files/{id}/content", request => Content(request.Values["id"])),
    ];

    public StoredFile? Find(string? id)
    {
        lock (_gate)
        {
            return _files.Find(file => file.Id == id);
        }
    }

    public StoredFile Add(string name, string purpose, ReadOnlyMemory<byte> content)
    {
        var file = new StoredFile($"file-{RandomNumberGenerator.GetHexString(24, lowercase: true)}", name, purpose, time.GetUtcNow().ToUnixTimeSeconds(), content);
        lock (_gate)
        {
            _files.Add(file);
        }

        return file;
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            return _files.RemoveAll(file => file.Id == id) > 0;
        }
    }

    private WireResponse Upload(IFormCollection? form)
    {
        if (form?.Files.GetFile("file") is not { } upload)
        {
            return WireResponse.Of(BadRequest.Missing("file"));
        }

        if (form["purpose"] is not [{ Length: > 0 } purpose])
        {
            return WireResponse.Of(BadRequest.Missing("purpose"));
        }

        if (!Purposes.Contains(purpose))
        {
            return WireResponse.Of(BadRequest.Parameter("purpose", $"one of {string.Join(", ", Purposes)}"));
        }

        if (upload.Length > MostBytes)
        {
            return WireResponse.Of(new ApiError(435, "435", "The file is larger than 100 MB."));
        }

        if (purpose == "batch" && !upload.FileName.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            return WireResponse.Of(BadRequest.Illegal("file", "must be a .jsonl file for the purpose batch"));
        }

        using var content = new MemoryStream();
        upload.CopyTo(content);
        return WireResponse.OfJson(StrictJson.Write(Add(upload.FileName, purpose, content.ToArray()).WriteTo));
    }

    private WireResponse List(WireRequest request)
    {
        lock (_gate)
        {
            var purpose = request.Http.Query["purpose"].ToString();
            return Pages.Answer(request, [.. _files.Where(file => purpose.Length == 0 || file.Purpose == purpose)], static file => file.Id, static (file, json) => file.WriteTo(json));
        }
    }

    private WireResponse Delete(string id) => !Remove(id) ? Unknown(id) : WireResponse.OfJson(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("object", "file");
        json.WriteBoolean("deleted", true);
        json.WriteEndObject();
    }));

    private WireResponse Content(string id) => Find(id) switch
    {
        null => Unknown(id),
        { Purpose: "batch" } file => new() { ContentType = "application/octet-stream", Writes = [file.Content] },
        _ => WireResponse.Of(BadRequest.Illegal("id", "must name a file of a batch; the content of others is not handed out")),
    };

    private static WireResponse Unknown(string id) => WireResponse.Of(BadRequest.Illegal("id", $"names no file: '{id}'"));
}
