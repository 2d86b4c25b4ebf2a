using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>
/// The results of a run's read-only calls, so that the same call is executed once - until something else is, which may have
/// changed what there is to read.
/// </summary>
internal sealed class ToolReads
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<GlmToolResult>> _results = new(StringComparer.Ordinal);

    /// <summary>The result of a call, executed if it was not yet.</summary>
    /// <param name="key">The tool and its arguments in canonical form.</param>
    /// <param name="execute">Executes the call.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<GlmToolResult> GetAsync(string key, Func<ValueTask<GlmToolResult>> execute)
    {
        Task<GlmToolResult>? running;
        TaskCompletionSource<GlmToolResult>? own = null;
        lock (_lock)
        {
            if (!_results.TryGetValue(key, out running))
            {
                own = new(TaskCreationOptions.RunContinuationsAsynchronously);
                running = _results[key] = own.Task;
            }
        }

        if (own is null)
        {
            return await running.ConfigureAwait(false);
        }

        try
        {
            var result = await execute().ConfigureAwait(false);
            own.SetResult(result);
            if (result.IsError)
            {
                Forget(key, own.Task);
            }

            return result;
        }
        catch (Exception failure)
        {
            Forget(key, own.Task);
            own.SetException(failure);

            // Nobody may be waiting for it beside this call.
            _ = own.Task.Exception;
            throw;
        }
    }

    /// <summary>Forgets all: something is executed that may change what there is to read.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _results.Clear();
        }
    }

    private void Forget(string key, Task<GlmToolResult> task)
    {
        lock (_lock)
        {
            if (_results.TryGetValue(key, out var current) && current == task)
            {
                _results.Remove(key);
            }
        }
    }
}
