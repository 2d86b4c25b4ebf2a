using System.Security.Cryptography;
using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>batches</c> (protocol sheet 8.7): the requests really are answered, by the APIs they are for.</summary>
/// <param name="files">Where the requests come from and the results go.</param>
/// <param name="targets">The APIs that take batches, by their paths.</param>
/// <param name="options">How long a batch takes.</param>
internal sealed class BatchStore(FileStore files, IReadOnlyDictionary<string, Func<ReadOnlyMemory<byte>, WireResponse>> targets, GlmEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<StoredBatch> _batches = [];

    public IEnumerable<Endpoint> Endpoints =>
    [
        Endpoint.Post("batches", request => Create(request.Body)),
        Endpoint.Get("batches", List),
        Endpoint.Get("batches/{id}", request => Poll(request.Values["id"])),
        Endpoint.Post("batches/{id}/cancel", request => Cancel(request.Values["id"])),
    ];

    private WireResponse Create(ReadOnlyMemory<byte> body)
    {
        using var json = StrictJson.ParseObject(body);
        return json is null ? WireResponse.Of(BadRequest.Body)
            : Check(json.RootElement).FirstOrDefault() is { } refusal ? WireResponse.Of(refusal)
            : Create(json.RootElement);
    }

    private IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Text("input_file_id") is not { } fileId)
        {
            yield return BadRequest.Missing("input_file_id");
        }
        else if (files.Find(fileId) is not { Purpose: "batch" })
        {
            yield return BadRequest.Illegal("input_file_id", $"names no file with the purpose batch: '{fileId}'");
        }

        if (body.Text("endpoint") is not { } endpoint)
        {
            yield return BadRequest.Missing("endpoint");
        }
        else if (!targets.ContainsKey(endpoint))
        {
            yield return BadRequest.Parameter("endpoint", $"one of {string.Join(", ", targets.Keys)}");
        }

        if (!FieldRule.OneOf("completion_window", "24h").Accepts(body))
        {
            yield return BadRequest.Parameter("completion_window", "24h");
        }

        if (!FieldRule.Bool("auto_delete_input_file").Accepts(body))
        {
            yield return BadRequest.Parameter("auto_delete_input_file", "true or false");
        }

        if (body.Find("metadata") is { } metadata && !IsMetadata(metadata))
        {
            yield return BadRequest.Parameter("metadata", "an object of at most 16 texts, with keys of at most 64 characters and values of at most 512");
        }
    }

    private static bool IsMetadata(JsonElement metadata)
        => metadata.ValueKind is JsonValueKind.Object
            && metadata.EnumerateObject().Count() <= 16
            && metadata.EnumerateObject().All(static pair => pair.Name.Length <= 64 && pair.Value.AsText() is { Length: <= 512 });

    private WireResponse Create(JsonElement body)
    {
        var endpoint = body.Text("endpoint")!;
        var file = files.Find(body.Text("input_file_id"))!;
        var metadata = body.Find("metadata") is { } pairs ? pairs.EnumerateObject().ToDictionary(static pair => pair.Name, static pair => pair.Value.GetString()!) : [];
        var batch = new StoredBatch($"batch_{RandomNumberGenerator.GetString("0123456789", 19)}", endpoint, file, metadata, targets[endpoint], options.PollsUntilDone, options.TimeProvider);
        lock (_gate)
        {
            _batches.Add(batch);
        }

        if (body.Find("auto_delete_input_file") is not { ValueKind: JsonValueKind.False })
        {
            files.Remove(file.Id);
        }

        return Answer(batch);
    }

    private WireResponse List(WireRequest request)
    {
        lock (_gate)
        {
            return Pages.Answer(request, _batches, static batch => batch.Id, static (batch, json) => batch.WriteTo(json));
        }
    }

    private WireResponse Poll(string id)
    {
        if (Find(id) is not { } batch)
        {
            return Unknown(id);
        }

        batch.Advance(files);
        return Answer(batch);
    }

    private WireResponse Cancel(string id) => Find(id) is not { } batch ? Unknown(id)
        : batch.Cancel() ? Answer(batch)
        : WireResponse.Of(BadRequest.Illegal("id", "names a batch that has ended already"));

    private StoredBatch? Find(string id)
    {
        lock (_gate)
        {
            return _batches.Find(batch => batch.Id == id);
        }
    }

    private static WireResponse Answer(StoredBatch batch) => WireResponse.OfJson(StrictJson.Write(batch.WriteTo));

    private static WireResponse Unknown(string id) => WireResponse.Of(BadRequest.Illegal("id", $"names no batch: '{id}'"));
}
