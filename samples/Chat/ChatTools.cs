using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using GlmTools;

namespace Chat;

/// <summary>What the model can do besides talking. Calls of one answer may run side by side, so the notes are in a collection that bears it.</summary>
public sealed class ChatTools(TimeProvider clock)
{
    private readonly ConcurrentQueue<string> _notes = new();

    /// <summary>The present date and time.</summary>
    /// <param name="timeZone">A time zone of the IANA database, such as Asia/Shanghai; left out for the user's own</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public DateTimeOffset Now(string? timeZone = null)
    {
        if (timeZone is null)
        {
            return clock.GetLocalNow();
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone)
            : throw new GlmToolException($"there is no time zone '{timeZone}'; use a name such as Asia/Shanghai or UTC");
    }

    /// <summary>Calculates exactly.</summary>
    /// <param name="left">The number on the left</param>
    /// <param name="operation">What to do with them</param>
    /// <param name="right">The number on the right</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public decimal Calculate(decimal left, Operation operation, decimal right)
    {
        try
        {
            return operation switch
            {
                Operation.Add => left + right,
                Operation.Subtract => left - right,
                Operation.Multiply => left * right,
                _ => left / right,
            };
        }
        catch (ArithmeticException impossible)
        {
            // The only exception whose message the model gets to see.
            throw new GlmToolException(impossible.Message);
        }
    }

    /// <summary>Writes down a note. It lasts until the program ends.</summary>
    /// <param name="text">The note</param>
    [GlmTool]
    public void AddNote([StringLength(500, MinimumLength = 1)] string text) => _notes.Enqueue(text);

    /// <summary>All notes so far, the oldest first.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public IReadOnlyList<string> ListNotes() => [.. _notes];

    /// <summary>Waits and then says so. Kill the program meanwhile and start it again: the timer is idempotent, so it just runs again.</summary>
    /// <param name="seconds">How long, in seconds</param>
    /// <param name="progress">Not for the model</param>
    /// <param name="cancellationToken">Not for the model</param>
    [GlmTool(Description = "Sets a timer and waits until it is over.", Effect = GlmToolEffect.Idempotent, TimeoutSeconds = 310)]
    public async Task<string> SetTimerAsync([Range(1, 300)] int seconds, IProgress<string> progress, CancellationToken cancellationToken = default)
    {
        for (var left = seconds; left > 0; left -= 5)
        {
            progress.Report($"{left} s left");
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(left, 5)), clock, cancellationToken);
        }

        return "time is up";
    }
}
