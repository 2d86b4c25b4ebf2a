using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>A conversation of the script: who it answers, and how.</summary>
/// <param name="user">What the last user message is like; <see langword="null"/> for any.</param>
internal sealed class ScriptedSection(ScriptedText? user)
{
    private readonly List<ScriptedTurn> _turns = [];
    private ScriptedTurn? _lastAnswered;
    private EmulatedReply? _lastAnswer;

    public ScriptedText? User => user;

    public IReadOnlyList<ScriptedTurn> Turns => _turns;

    /// <summary>How many of its steps were asked for.</summary>
    public int Done { get; private set; }

    public bool IsComplete => Done == _turns.Count;

    /// <summary>Whether it has begun.</summary>
    public bool HasAnswered => _lastAnswered is not null;

    public ScriptedTurn Next => _turns[Done];

    /// <summary>What the next step thinks.</summary>
    public string? Reasoning { get; set; }

    public void Add(ScriptedTurn turn)
    {
        turn.Reasoning = Reasoning;
        Reasoning = null;
        _turns.Add(turn);
    }

    public ScriptedTurn LastTurn(string step)
        => _turns.LastOrDefault() ?? throw new InvalidOperationException($"{step} belongs behind a step; there is none before it yet.");

    public bool Matches(string userText) => user is null || user.Matches(userText);

    public void Advance(EmulatedReply reply)
    {
        (_lastAnswered, _lastAnswer) = (Next, reply);
        Done++;
    }

    /// <summary>Whether a request goes on where this conversation stands: its last answer is the last answer of the script.</summary>
    public bool IsContinuedBy(EmulatedRequest request)
    {
        var last = request.Messages.LastOrDefault(static message => message.Role == "assistant");
        return _lastAnswer switch
        {
            null => false,
            EmulatedCompletion { Faults: [], AbortAfter: null, ToolCalls.Count: > 0 } completion
                => last is not null && completion.ToolCalls.Select(static call => call.Id).SequenceEqual(last.ToolCalls.Select(static call => call.Id)),
            EmulatedCompletion { Faults: [], AbortAfter: null } completion => last is { ToolCalls: [] } && last.Text == (completion.Text ?? ""),
            // Nobody knows what a client makes of a garbled answer; after one that broke off, or a failure, it asks again.
            _ => last is not null || Matches(request.Messages.LastOrDefault(static message => message.Role == "user")?.Text ?? ""),
        };
    }

    /// <summary>What is wrong with the results of the last calls; <see langword="null"/> for nothing.</summary>
    public string? ObjectionToResults(EmulatedRequest request)
    {
        if (_lastAnswered is null)
        {
            return null;
        }

        // By their place, because a fault may have changed the ids.
        var results = request.Messages.Reverse().TakeWhile(static message => message.Role != "assistant").Reverse()
            .Where(static message => message.Role == "tool").Select(static message => message.Text).ToArray();
        return _lastAnswered.Calls.Select((call, i) => call.ObjectionTo(results.ElementAtOrDefault(i))).FirstOrDefault(static objection => objection is not null);
    }

    /// <summary>Results that were expected and that no request has shown.</summary>
    public bool AwaitsResults => IsComplete && _turns is [.., var last] && last.Calls.Any(static call => call.Expected.Count > 0);
}
