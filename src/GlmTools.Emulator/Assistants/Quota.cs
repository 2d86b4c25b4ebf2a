namespace GlmTools.Emulator.Assistants;

/// <summary>What the developer may still do (protocol sheet 9).</summary>
internal sealed class Quota(EmulatedQingYanOptions options, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _questions = [];
    private int _running;

    /// <summary>Begins a question or an upload: the refusal, or <see langword="null"/> where it may run. One that may is ended with <see cref="End"/>.</summary>
    public QingYanError? Begin(bool isQuestion)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_running >= options.MaxConcurrency)
            {
                return QingYanError.TooMany($"Only {options.MaxConcurrency} questions and uploads may run at a time.");
            }

            if (isQuestion && _questions.Count >= options.TotalLimit)
            {
                return QingYanError.TooMany($"All {options.TotalLimit} questions of the account are used up.");
            }

            if (isQuestion && _questions.Count(asked => now < asked + Day) >= options.DailyLimit)
            {
                return QingYanError.TooMany($"The {options.DailyLimit} questions of 24 hours are used up.");
            }

            if (isQuestion)
            {
                _questions.Add(now);
            }

            _running++;
            return null;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _running--;
        }
    }
}
