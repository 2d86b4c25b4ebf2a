using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>The limits of one key, shared by all clients of a process (protocol sheet 9).</summary>
internal sealed class QingYanGate
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly ConcurrentDictionary<string, QingYanGate> Gates = new();

    private readonly Lock _lock = new();
    private readonly LinkedList<DateTimeOffset> _calls = new();
    private readonly ConcurrencyLimiter _turns;
    private readonly (int MaxConcurrency, int? DailyLimit) _limits;
    private readonly TimeProvider _time;

    private QingYanGate((int MaxConcurrency, int? DailyLimit) limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _turns = new ConcurrencyLimiter(new() { PermitLimit = limits.MaxConcurrency, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>The gate of a key. It lives as long as the process, because the account goes on counting as well.</summary>
    /// <exception cref="ArgumentException">Another client of the key has other limits.</exception>
    public static QingYanGate For(Uri service, string apiKey, QingYanClientOptions options)
    {
        var limits = (options.MaxConcurrency, options.DailyLimit);
        // What lives that long holds no key.
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{service.Authority} {apiKey}")));
        var gate = Gates.GetOrAdd(name, _ => new(limits, options.TimeProvider));
        return gate._limits == limits
            ? gate
            : throw new ArgumentException($"Another client of this process uses the same key with MaxConcurrency {gate._limits.MaxConcurrency} and DailyLimit {gate._limits.DailyLimit?.ToString() ?? "none"}; all clients of a key share its limits.", nameof(options));
    }

    /// <summary>Waits for a turn. Whoever got one disposes of it, after <see cref="QingYanTurn.TakeBack"/> where nothing was sent.</summary>
    /// <exception cref="QingYanLimitException">The daily limit is used up.</exception>
    public async ValueTask<QingYanTurn> EnterAsync(bool isConversation, CancellationToken cancellationToken)
    {
        var turn = await _turns.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        try
        {
            return new QingYanTurn(this, turn, isConversation ? CountCall() : null);
        }
        catch (QingYanLimitException)
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Counts a call no longer.</summary>
    public void TakeBack(LinkedListNode<DateTimeOffset> call)
    {
        lock (_lock)
        {
            // It may be a day old, and forgotten already.
            if (call.List is not null)
            {
                _calls.Remove(call);
            }
        }
    }

    private LinkedListNode<DateTimeOffset> CountCall()
    {
        // Nobody says when the account's day begins. Within the limit over any 24 hours is within it whenever that is.
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (_calls.First is { } oldest && oldest.Value + Day <= now)
            {
                _calls.RemoveFirst();
            }

            return _calls.Count >= _limits.DailyLimit
                ? throw new QingYanLimitException(_calls.Count, _calls.First!.Value + Day)
                : _calls.AddLast(now);
        }
    }
}
