using System.Globalization;
using System.Runtime.InteropServices;

namespace GlmTools;

/// <summary>
/// Notices that a run is caught in a loop: what a model gets wrong twice in the same way it seldom gets right the third time. One guard
/// serves one run; the calls of a turn may ask it in parallel.
/// </summary>
/// <param name="limits">How much is too much.</param>
internal sealed class LoopGuard(GlmLoopGuard limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tool, TextDigest Arguments), RepeatedCall> _calls = [];
    private readonly Dictionary<string, ErrorStreak> _errors = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the run may go on, from what the turns so far brought: <see cref="GuardAction.Go"/> or <see cref="GuardAction.Stop"/>.
    /// Up to date after <see cref="NextTurn"/>.
    /// </summary>
    public GuardVerdict Verdict { get; private set; } = GuardVerdict.Go;

    /// <summary>Judges a call that is about to be executed, by the turns before this one.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments.</param>
    public GuardVerdict Before(string tool, TextDigest arguments)
    {
        var key = (tool, arguments);
        lock (_lock)
        {
            if (Verdict.Action == GuardAction.Stop)
            {
                return Verdict;
            }

            if (!_calls.TryGetValue(key, out var call) || call.Count < limits.RepeatedCalls - 1)
            {
                return GuardVerdict.Go;
            }

            if (call.IsTold)
            {
                return GuardVerdict.Stop($"Error: this call of {tool} was repeated although it gives the same result each time; nothing was executed, and the run ends here.", isError: false);
            }

            call.Tell();
            return GuardVerdict.Tell(string.Create(CultureInfo.InvariantCulture,
                $"This call of {tool} was made {call.Count} times already with this very result: {call.Beginning}\nIt was not executed again. Do something else, or answer with what you have."));
        }
    }

    /// <summary>Notes what came of a call that was executed.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="result">The result, without any note.</param>
    /// <param name="mayChange">Whether the call may have changed something, so that others are worth repeating.</param>
    /// <returns>What to append to the text of the result; <see langword="null"/> for nothing.</returns>
    public string? After(string tool, TextDigest arguments, in GlmToolResult result, bool mayChange)
    {
        var text = TextDigest.Of(result.Utf8.Span);
        lock (_lock)
        {
            Entry(_calls, (tool, arguments)).Add(result, text, mayChange);
            var errors = Entry(_errors, tool);
            if (!result.IsError)
            {
                errors.Add();
                return null;
            }

            var turns = errors.Add(text);
            return turns < limits.RepeatedErrors ? null : string.Create(CultureInfo.InvariantCulture,
                $"\n{tool} failed {turns} times in a row with this very error. Do not try the same again: change what it complains about, do something else, or answer with what you have.");
        }
    }

    /// <summary>Ends a turn; to be called when all of its calls are done. Only now does what they brought count.</summary>
    public void NextTurn()
    {
        lock (_lock)
        {
            // Something new was done: what gave the same result before it may well be asked once more.
            var isNew = false;
            foreach (var call in _calls.Values)
            {
                isNew |= call.EndTurn();
            }

            if (isNew)
            {
                foreach (var call in _calls.Values)
                {
                    call.StartOver();
                }
            }

            foreach (var (tool, errors) in _errors)
            {
                if (errors.EndTurn() > limits.RepeatedErrors)
                {
                    Verdict = GuardVerdict.Stop($"Error: {tool} failed with the same error again and again; nothing was executed, and the run ends here.", isError: true);
                }
            }
        }
    }

    private static T Entry<TKey, T>(Dictionary<TKey, T> entries, TKey key)
        where TKey : notnull
        where T : class, new()
        => CollectionsMarshal.GetValueRefOrAddDefault(entries, key, out _) ??= new();
}
