using System.Globalization;

namespace GlmTools.Tests.Faults;

/// <summary>Tools that do nothing but note what they were called with.</summary>
public sealed class FaultTools
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];

    /// <summary>What was executed, in order.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Tells the time.</summary>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public string Now() => Note("now");

    /// <summary>Books seats on a train.</summary>
    /// <param name="from">Where it leaves.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="seats">How many seats.</param>
    /// <param name="window">Whether at a window.</param>
    /// <param name="stops">Where to change.</param>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public string Book(string from, string to, int seats = 1, bool window = false, string[]? stops = null)
        => Note(string.Create(CultureInfo.InvariantCulture, $"{from}|{to}|{seats}|{window}|{string.Join('+', stops ?? [])}"));

    /// <summary>Cancels a booking for good.</summary>
    /// <param name="number">The number of the booking.</param>
    /// <param name="reasons">Why.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public string Cancel(int number, string[]? reasons = null) => Note($"cancel {number}{string.Concat(reasons ?? [])}");

    /// <summary>Fails, and does not say why.</summary>
    /// <param name="from">Where it leaves.</param>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public string Fail(string from)
    {
        Note($"fail {from}");
        throw new GlmToolException("something went wrong");
    }

    private string Note(string call)
    {
        lock (_lock)
        {
            _log.Add(call);
        }

        return call;
    }
}
