namespace GlmTools;

/// <summary>Sends a request again when that may help, and waits as long as the kind of failure asks for (protocol sheet 6.3).</summary>
internal sealed class RetryPolicy(int maxRetries, TimeSpan longestResetWait, GlmCredential credential, TimeProvider time)
{
    private static readonly TimeSpan ShortStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortMost = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongMost = TimeSpan.FromSeconds(120);

    /// <summary>Makes attempts until one succeeds, or none would.</summary>
    /// <param name="state">What an attempt needs, so that it captures nothing.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async ValueTask<T> RunAsync<TState, T>(TState state, Func<TState, CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        var hasRenewed = false;
        var hasWaited = false;
        var retries = 0;
        while (true)
        {
            var stamp = credential.Stamp;
            try
            {
                return await attempt(state, cancellationToken).ConfigureAwait(false);
            }
            catch (GlmException failure) when (!hasRenewed && credential.CanMend(failure))
            {
                hasRenewed = true;
                credential.Renew(stamp);
            }
            catch (GlmApiException failure) when (!hasWaited && longestResetWait > TimeSpan.Zero && UntilReset(failure) <= longestResetWait)
            {
                hasWaited = true;
                await Task.Delay(UntilReset(failure)!.Value, time, cancellationToken).ConfigureAwait(false);
            }
            catch (GlmException failure) when (failure.IsTransient && retries < maxRetries)
            {
                await WaitAsync(failure.Retry, retries, cancellationToken).ConfigureAwait(false);
                retries++;
            }
        }
    }

    /// <summary>Waits before a request is sent again.</summary>
    /// <param name="kind">How the failure passes.</param>
    /// <param name="retries">How often it was sent again already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(RetryKind kind, int retries, CancellationToken cancellationToken) => WaitAsync(kind, retries, time, cancellationToken);

    /// <inheritdoc cref="WaitAsync(RetryKind, int, CancellationToken)"/>
    public static Task WaitAsync(RetryKind kind, int retries, TimeProvider time, CancellationToken cancellationToken)
    {
        // Rate limits recover within seconds; a model that is overloaded for everybody needs 30, 60, 90, 120 s.
        var delay = kind == RetryKind.Long
            ? Least(LongStep * (retries + 1), LongMost)
            : Least(ShortStep * (1 << Math.Min(retries, 10)), ShortMost);

        // Clients that were refused together shall not come back together.
        return Task.Delay(delay * (1 - (Random.Shared.NextDouble() / 4)), time, cancellationToken);
    }

    /// <summary>How long until the limit is reset; not at all where the service's clock is behind ours.</summary>
    private TimeSpan? UntilReset(GlmApiException failure)
        => failure.ResetsAt is { } reset ? TimeSpan.FromTicks(Math.Max(0, (reset - time.GetUtcNow()).Ticks)) : null;

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
