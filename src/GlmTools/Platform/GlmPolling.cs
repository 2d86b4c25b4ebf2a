namespace GlmTools;

/// <summary>How often to ask for something that takes its time, and how long. The first question comes at once, and the pause doubles after each.</summary>
public sealed record GlmPolling
{
    /// <summary>For batches: a pause of up to a minute, for up to a day.</summary>
    public static GlmPolling Patient { get; } = new() { LongestInterval = TimeSpan.FromSeconds(60), Timeout = TimeSpan.FromHours(24) };

    /// <summary>The first pause, more than zero. Default: 1 second.</summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause. Default: 10 seconds.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to go on in all. Default: 10 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Asks until it is done or the time is up, and returns the last answer either way.</summary>
    internal async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> isDone, IProgress<T>? progress, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestInterval, FirstInterval);
        TimeLimit.ThrowIfNone(Timeout, nameof(Timeout));
        var start = time.GetTimestamp();
        for (var pause = FirstInterval; ; pause = Least(pause * 2, LongestInterval))
        {
            var answer = await ask(cancellationToken).ConfigureAwait(false);
            progress?.Report(answer);
            var left = Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - time.GetElapsedTime(start);
            if (isDone(answer) || left <= TimeSpan.Zero)
            {
                return answer;
            }

            await Task.Delay(Least(pause, left), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
