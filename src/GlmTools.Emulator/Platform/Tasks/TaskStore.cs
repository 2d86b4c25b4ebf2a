using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary>The tasks of the service, of every kind (protocol sheet 7). A task is done after as many questions as the options say.</summary>
internal sealed class TaskStore(int pollsUntilDone)
{
    /// <summary>Ids begin with the number of the account, as the service's do.</summary>
    private readonly string _account = RandomNumberGenerator.GetString("123456789", 17);
    private readonly ConcurrentDictionary<string, StoredTask> _tasks = [];

    public IEnumerable<Endpoint> Endpoints => [Endpoint.Get("async-result/{id}", request => Poll(request.Values["id"]))];

    /// <summary>Takes a task in and answers with its receipt.</summary>
    /// <param name="model">The model of the request.</param>
    /// <param name="requestId">The caller's id, or <see langword="null"/> to make one.</param>
    /// <param name="writeResult">Writes the members of the result; <see langword="null"/> for a task that fails.</param>
    public WireResponse Submit(string model, string? requestId, Action<Utf8JsonWriter>? writeResult)
    {
        var number = $"-{RandomNumberGenerator.GetString("123456789", 19)}";
        var task = new StoredTask(_account + number, requestId ?? number, model, writeResult, pollsUntilDone);
        _tasks[task.Id] = task;
        return Answer(task, "PROCESSING", task.Id, null);
    }

    private WireResponse Poll(string id)
    {
        if (!_tasks.TryGetValue(id, out var task))
        {
            return WireResponse.Of(BadRequest.Illegal("id", $"names no task: '{id}'"));
        }

        // The id came back null in captures of tasks that were not ready.
        return !task.IsDone() ? Answer(task, "PROCESSING", null, null)
            : task.WriteResult is null ? Answer(task, "FAIL", task.Id, null)
            : Answer(task, "SUCCESS", task.Id, task.WriteResult);
    }

    private static WireResponse Answer(StoredTask task, string status, string? id, Action<Utf8JsonWriter>? writeResult) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("request_id", task.RequestId);
        json.WriteString("model", task.Model);
        json.WriteString("task_status", status);
        writeResult?.Invoke(json);
        json.WriteEndObject();
    }));
}
