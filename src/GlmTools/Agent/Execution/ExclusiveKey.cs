using System.Collections.Concurrent;

namespace GlmTools;

/// <summary>Keeps calls of tools with the same <see cref="GlmToolAttribute.Exclusive"/> key apart, in all runs of the process.</summary>
internal static class ExclusiveKey
{
    // Keys are constants in attributes, so there are few and they may stay.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>Waits until no other call holds the key. There is nothing to wait for without one.</summary>
    /// <returns>What the call has to release when its method is done, and not earlier.</returns>
    public static async ValueTask<SemaphoreSlim?> EnterAsync(string? key, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }
}
