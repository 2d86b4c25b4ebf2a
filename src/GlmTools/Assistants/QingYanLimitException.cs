namespace GlmTools;

/// <summary>The conversation calls of the day are used up; the call was not sent.</summary>
public sealed class QingYanLimitException : GlmException
{
    internal QingYanLimitException(int limit, DateTimeOffset availableAt)
        : base($"The {limit} conversation calls a key has within 24 hours are used up; the next one is free at {availableAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. Raise QingYanClientOptions.DailyLimit if the account has more.")
        => AvailableAt = availableAt;

    /// <summary>When the next call is free.</summary>
    public DateTimeOffset AvailableAt { get; }
}
