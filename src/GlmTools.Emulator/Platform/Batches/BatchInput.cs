using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>The requests of a file, or what is wrong with it (protocol sheet 8.7).</summary>
internal sealed class BatchInput
{
    private const int MostChats = 50_000;
    private const int MostEmbeddings = 10_000;

    private readonly HashSet<string> _ids = [];
    private readonly string _endpoint;
    private string? _model;

    private BatchInput(string endpoint) => _endpoint = endpoint;

    public List<BatchLine> Lines { get; } = [];

    public List<BatchProblem> Problems { get; } = [];

    public static BatchInput Read(ReadOnlySpan<byte> file, string endpoint)
    {
        var input = new BatchInput(endpoint);
        var number = 0;
        foreach (var range in file.Split((byte)'\n'))
        {
            number++;
            var line = file[range].Trim(" \t\r"u8);
            if (!line.IsEmpty && input.Take(line.ToArray()) is { } problem)
            {
                input.Problems.Add(new(number, "1214", problem));
            }
        }

        var most = endpoint.EndsWith("embeddings", StringComparison.Ordinal) ? MostEmbeddings : MostChats;
        if (input.Lines.Count > most || (input.Lines.Count == 0 && input.Problems.Count == 0))
        {
            input.Problems.Add(new(number, "1214", $"A batch has 1 to {most} requests; the file has {input.Lines.Count}."));
        }

        return input;
    }

    private string? Take(byte[] line)
    {
        using var json = StrictJson.ParseObject(line);
        if (json?.RootElement is not { } root)
        {
            return "The line is no JSON object.";
        }

        if (root.Text("custom_id") is not { Length: > 0 } id || !_ids.Add(id))
        {
            return "custom_id must be a text that no other line has.";
        }

        if (root.Text("method") is not "POST" || root.Text("url") != _endpoint)
        {
            return $"method must be POST and url {_endpoint}, as the batch was made for.";
        }

        if (root.Find("body") is not { ValueKind: JsonValueKind.Object } body || body.IsTrue("stream"))
        {
            return "body must be a request without stream.";
        }

        if (body.Text("model") != (_model ??= body.Text("model")))
        {
            return $"All requests of a file must be for one model; the first one is for {_model}.";
        }

        Lines.Add(new(id, StrictJson.Write(body.WriteTo)));
        return null;
    }

}
