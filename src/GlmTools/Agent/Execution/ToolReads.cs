namespace GlmTools;

/// <summary>
/// The results of a run's read-only calls, so that the same call is executed once - until something else is, which may have
/// changed what there is to read.
/// </summary>
internal sealed class ToolReads
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tool, TextDigest Arguments), SharedRead> _reads = [];

    /// <summary>Finds a read to wait for, or begins it.</summary>
    /// <param name="tool">The name of the tool, which may be chosen anew in each turn.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="begun">The read that has begun, for the caller to end; <see langword="null"/> where there is one.</param>
    /// <returns>What to wait for; <see langword="null"/> where a read has begun.</returns>
    public Task<GlmToolResult>? FindOrBegin(string tool, TextDigest arguments, out SharedRead? begun)
    {
        lock (_lock)
        {
            var key = (tool, arguments);
            if (_reads.TryGetValue(key, out var running))
            {
                begun = null;
                return running.End;
            }

            _reads[key] = begun = new(this, key);
            return null;
        }
    }

    /// <summary>Forgets all: something is executed that may change what there is to read.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _reads.Clear();
        }
    }

    /// <summary>Forgets a read.</summary>
    public void Forget(SharedRead read)
    {
        lock (_lock)
        {
            if (_reads.GetValueOrDefault(read.Key) == read)
            {
                _reads.Remove(read.Key);
            }
        }
    }
}
