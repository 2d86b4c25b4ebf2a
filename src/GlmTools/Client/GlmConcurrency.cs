using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>
/// Limits of the kind the service has: requests at a time, per model (protocol sheet 6.4). Those that are too many wait in line instead of
/// being refused. One limiter may serve several clients of the same account.
/// </summary>
public static class GlmConcurrency
{
    /// <summary>Makes a limiter for <see cref="GlmClientOptions.RateLimiter"/>.</summary>
    /// <param name="limit">How many requests at a time for each model, 1 or more. The console shows those of your account.</param>
    /// <param name="limits">Other limits for some models.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is less than 1.</exception>
    public static PartitionedRateLimiter<string> PerModel(int limit, IReadOnlyDictionary<string, int>? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var others = new Dictionary<string, int>(limits ?? new Dictionary<string, int>());
        foreach (var (model, other) in others)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(other, 1, $"{nameof(limits)}[{model}]");
        }

        return PartitionedRateLimiter.Create<string, string>(model => RateLimitPartition.GetConcurrencyLimiter(model, name => new()
        {
            PermitLimit = others.GetValueOrDefault(name, limit),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
    }
}
