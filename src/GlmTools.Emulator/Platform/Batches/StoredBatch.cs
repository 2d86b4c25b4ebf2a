using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>One batch. It goes on by a share of its requests whenever somebody asks for it, so that progress needs no clock.</summary>
internal sealed class StoredBatch(string id, string endpoint, StoredFile file, IReadOnlyDictionary<string, string> metadata, Func<ReadOnlyMemory<byte>, WireResponse> target, int pollsUntilDone, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly BatchInput _input = BatchInput.Read(file.Content.Span, endpoint);
    private readonly List<byte[]> _answers = [];
    private readonly List<byte[]> _failures = [];
    private readonly long _createdAt = time.GetUtcNow().ToUnixTimeMilliseconds();
    private string _status = "validating";
    private int _polls;
    private long? _completedAt;
    private string? _outputFileId;
    private string _errorFileId = "";

    public string Id => id;

    /// <summary>Goes on by a step.</summary>
    public void Advance(FileStore files)
    {
        lock (_gate)
        {
            switch (_status)
            {
                case "validating" when _input.Problems.Count > 0:
                    _status = "failed";
                    break;
                case "cancelling":
                    End("cancelled", files);
                    break;
                case "validating" or "in_progress":
                    _status = "in_progress";
                    _polls++;
                    Run((int)((long)_input.Lines.Count * Math.Min(_polls, pollsUntilDone + 1) / (pollsUntilDone + 1)));
                    if (_polls > pollsUntilDone)
                    {
                        End("completed", files);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether it could still be stopped.</summary>
    public bool Cancel()
    {
        lock (_gate)
        {
            var isRunning = _status is "validating" or "in_progress";
            _status = isRunning ? "cancelling" : _status;
            return isRunning;
        }
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        lock (_gate)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("object", "batch");
            json.WriteString("endpoint", endpoint);
            json.WriteString("input_file_id", file.Id);
            json.WriteString("completion_window", "24h");
            json.WriteString("status", _status);
            json.WriteString("output_file_id", _outputFileId);
            json.WriteString("error_file_id", _errorFileId);
            // Milliseconds, whatever the documentation says.
            json.WriteNumber("created_at", _createdAt);
            if (_completedAt is { } completedAt)
            {
                json.WriteNumber("completed_at", completedAt);
            }

            WriteCounts(json);
            WriteMetadata(json);
            WriteErrors(json);
            json.WriteEndObject();
        }
    }

    private void Run(int count)
    {
        foreach (var line in _input.Lines.Take(count).Skip(_answers.Count + _failures.Count))
        {
            var answer = target(line.Body);
            (answer.Status == 200 ? _answers : _failures).Add(Output(line.CustomId, answer));
        }
    }

    private void End(string status, FileStore files)
    {
        _status = status;
        _completedAt = time.GetUtcNow().ToUnixTimeMilliseconds();
        _outputFileId = _answers.Count > 0 ? files.Add($"{id}_output.jsonl", "batch", Join(_answers)).Id : null;
        _errorFileId = _failures.Count > 0 ? files.Add($"{id}_error.jsonl", "batch", Join(_failures)).Id : "";
    }

    // Nobody promises the order of the requests, so it is another one.
    private static byte[] Join(List<byte[]> lines) => [.. lines.AsEnumerable().Reverse().SelectMany(static line => line.Append((byte)'\n'))];

    private byte[] Output(string customId, WireResponse answer)
    {
        using var body = StrictJson.ParseObject(answer.Body());
        return StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("response");
            json.WriteNumber("status_code", answer.Status);
            json.WriteStartObject("body");
            foreach (var member in body?.RootElement.EnumerateObject().Where(static member => member.Name != "request_id") ?? [])
            {
                member.WriteTo(json);
            }

            json.WriteString("request_id", customId);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("custom_id", customId);
            json.WriteString("id", id);
            json.WriteEndObject();
        });
    }

    private void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteStartObject("request_counts");
        json.WriteNumber("total", _input.Lines.Count);
        json.WriteNumber("completed", _answers.Count);
        json.WriteNumber("failed", _failures.Count);
        json.WriteEndObject();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        foreach (var (key, value) in metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        if (_status != "failed")
        {
            return;
        }

        json.WriteStartObject("errors");
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var problem in _input.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteNumber("line", problem.Line);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
