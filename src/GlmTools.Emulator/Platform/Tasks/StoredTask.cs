using System.Text.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>One task, and how many questions it has still to put off.</summary>
internal sealed class StoredTask(string id, string requestId, string model, Action<Utf8JsonWriter>? writeResult, int pollsUntilDone)
{
    private int _pollsLeft = pollsUntilDone;

    public string Id => id;

    public string RequestId => requestId;

    public string Model => model;

    public Action<Utf8JsonWriter>? WriteResult => writeResult;

    /// <summary>Counts a question.</summary>
    public bool IsDone() => Interlocked.Decrement(ref _pollsLeft) < 0;
}
