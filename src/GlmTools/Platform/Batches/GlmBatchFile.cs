using System.Buffers;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Writes the requests of a batch, one JSON line each (protocol sheet 8.7). A file holds requests of one kind for one model.</summary>
public sealed class GlmBatchFile
{
    /// <summary>The endpoint of a file of chats.</summary>
    public const string ChatEndpoint = "/v4/chat/completions";

    /// <summary>The endpoint of a file of embeddings.</summary>
    public const string EmbeddingEndpoint = "/v4/embeddings";

    private const int MostChats = 50_000;
    private const int MostEmbeddings = 10_000;
    private const int MostBytes = 100_000_000;

    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly HashSet<string> _ids = [];
    private string? _model;

    /// <summary>
    /// What is known of models, by which chats are checked when they are added. Default: <see cref="GlmModelTable.BuiltIn"/>; give the same as in
    /// <see cref="GlmClientOptions.Models"/> where that is another.
    /// </summary>
    public GlmModelTable Models { get; init; } = GlmModelTable.BuiltIn;

    /// <summary>What answers the requests; <see langword="null"/> as long as there are none.</summary>
    public string? Endpoint { get; private set; }

    /// <summary>How many requests there are.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a chat.</summary>
    /// <param name="customId">A name for it, of its own within the file. The result carries it, because results come in any order.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">
    /// The service takes no such request, the name is empty or taken, the model is another one than before, or the file is full or one of embeddings.
    /// </exception>
    public void Add(string customId, GlmChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestRules.ThrowIfBroken(request, Models, mapsThinking: false);
        using var body = JsonBody.Start();
        ChatRequestWriter.Write(body.Json, request, stream: false);
        Add(customId, request.Model, ChatEndpoint, MostChats, body.ToArray());
    }

    /// <summary>Adds texts to turn into vectors, 64 at most.</summary>
    /// <param name="customId">A name for them, of its own within the file.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, the model is another one than before, or the file is full or one of chats.</exception>
    public void Add(string customId, GlmEmbeddingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        FieldLimit.Count("input", request.Input.Count, 1, GlmEmbeddings.MostItems);
        Add(customId, request.Model, EmbeddingEndpoint, MostEmbeddings, PlatformJson.Write(request, PlatformJson.Default.GlmEmbeddingRequest));
    }

    /// <summary>The file as it is now, to upload.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is nothing in it.</exception>
    public GlmUpload ToUpload(string name = "batch.jsonl")
        => Count > 0 ? GlmUpload.FromBytes(name, _lines.WrittenMemory) : throw new InvalidOperationException("A batch without requests is refused; add one.");

    private void Add(string customId, string model, string endpoint, int most, ReadOnlyMemory<byte> body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customId);
        if (_model is not null && (model != _model || endpoint != Endpoint))
        {
            throw new ArgumentException($"The file is for {_model} at {Endpoint}; put requests for {model} at {endpoint} into another one.");
        }

        if (Count == most)
        {
            throw new ArgumentException($"The file has {most} requests, which is all it may have; begin another one.");
        }

        var line = Line(customId, endpoint, body);
        if (_lines.WrittenCount + line.Length > MostBytes)
        {
            throw new ArgumentException("The file would be larger than 100 MB; begin another one.");
        }

        if (!_ids.Add(customId))
        {
            throw new ArgumentException($"The id '{customId}' is taken; results are told apart by it.", nameof(customId));
        }

        (_model, Endpoint) = (model, endpoint);
        _lines.Write(line);
    }

    private static ReadOnlySpan<byte> Line(string customId, string endpoint, ReadOnlyMemory<byte> body)
    {
        var output = new ArrayBufferWriter<byte>(body.Length + 128);
        using (var json = new Utf8JsonWriter(output, ToolJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("custom_id"u8, customId);
            json.WriteString("method"u8, "POST"u8);
            json.WriteString("url"u8, endpoint);
            json.WritePropertyName("body"u8);
            json.WriteRawValue(body.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan;
    }
}
