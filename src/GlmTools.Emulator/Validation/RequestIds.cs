using System.Collections.Concurrent;

namespace GlmTools.Emulator.Validation;

/// <summary>The <c>request_id</c>s in use. One is free again when its request failed, so that a client may retry it.</summary>
internal sealed class RequestIds
{
    private readonly ConcurrentDictionary<string, bool> _used = [];

    /// <summary>Whether the id was free.</summary>
    public bool TryTake(string id) => _used.TryAdd(id, true);

    public void Release(string id) => _used.TryRemove(id, out _);
}
