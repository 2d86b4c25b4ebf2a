using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>The script while it is played: finds the step for a request, or says why there is none.</summary>
internal sealed class ScriptPlay
{
    /// <summary>Names the failure of the script in an answer, for the handler that throws it.</summary>
    public const string FailureHeader = "x-script-failed";

    private readonly Lock _gate = new();
    private readonly List<ScriptedSection> _sections = [];
    private readonly List<FaultProfile> _faults = [];
    private GlmScriptException? _failure;
    private int _calls;
    private int _answered;

    /// <summary>Whether a caller has seen the failure.</summary>
    public bool HasToldFailure { get; private set; }

    public void Begin(ScriptedText user)
    {
        lock (_gate)
        {
            _sections.Add(new(user));
        }
    }

    public void Edit(Action<ScriptedSection> edit)
    {
        lock (_gate)
        {
            if (_sections.Count == 0)
            {
                _sections.Add(new(user: null));
            }

            edit(_sections[^1]);
        }
    }

    public void AddFault(FaultProfile fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    public EmulatedReply Reply(EmulatedRequest request)
    {
        lock (_gate)
        {
            // One failure is enough: what comes behind it only follows from it.
            if (_failure is not null)
            {
                return Refuse(_failure);
            }

            var (section, objection) = Choose(request);
            if (section is null || objection is not null)
            {
                return Fail(request, section, objection!);
            }

            var reply = section.Next.ToReply(_calls + 1, _faults);
            objection = section.ObjectionToResults(request) ?? section.Next.ObjectionTo(request, reply);
            if (objection is not null)
            {
                return Fail(request, section, objection);
            }

            _calls += section.Next.Calls.Count;
            _answered++;
            section.Advance(reply);
            return reply;
        }
    }

    /// <summary>The failure, for a caller who throws it.</summary>
    public GlmScriptException? TakeFailure()
    {
        lock (_gate)
        {
            HasToldFailure |= _failure is not null;
            return _failure;
        }
    }

    public void VerifyComplete(IReadOnlyList<GlmSentRequest> requests)
    {
        lock (_gate)
        {
            if (_failure is null && Incomplete() is { } reason)
            {
                _failure = new(DialoguePicture.Of(reason, _sections, null, null, requests.LastOrDefault()));
            }

            if (_failure is not null)
            {
                HasToldFailure = true;
                throw new GlmScriptException(_failure.Message);
            }
        }
    }

    public string Picture()
    {
        lock (_gate)
        {
            return DialoguePicture.Of("The script so far:", _sections, null, null, null);
        }
    }

    private string? Incomplete()
    {
        var left = _sections.Sum(static section => section.Turns.Count - section.Done);
        if (left > 0)
        {
            return $"The script is not over: nobody asked for {(left == 1 ? "its last step" : $"{left} of its steps")}.";
        }

        return _sections.Exists(static section => section.AwaitsResults) ? "The script ends with a call whose result it expects: add the step that answers it." : null;
    }

    private (ScriptedSection? Section, string? Objection) Choose(EmulatedRequest request)
    {
        var user = request.Messages.LastOrDefault(static message => message.Role == "user")?.Text ?? "";
        var continued = _sections.Find(section => section.IsContinuedBy(request));
        // A new question may go on with an old conversation, a result never opens one.
        var begins = continued is null || request.Messages[^1].Role == "user";
        var begun = begins ? _sections.Find(section => !section.IsComplete && !section.HasAnswered && section.Matches(user)) : null;
        if (begun is null or { User: null } && _sections.Find(section => !section.IsComplete && section.IsContinuedBy(request)) is { } goesOn)
        {
            return (goesOn, null);
        }

        if (begun is not null)
        {
            return (begun, null);
        }

        var shown = $"whose last user message is \"{user}\"";
        return _sections.FindLast(section => section.Matches(user)) switch
        {
            { IsComplete: false } busy => (busy, "another conversation is in the middle of these steps: its last answer is not in this request. "
                + "Agents that run side by side need an OnUser of their own each, or a script"),
            _ when _sections.TrueForAll(static section => section.IsComplete) => (null, "the script is over, and there is one more request"),
            null => (null, $"no OnUser of the script is for a request {shown}"),
            _ => (null, $"all steps for a request {shown} are answered, and there is one more"),
        };
    }

    private EmulatedFailure Fail(EmulatedRequest request, ScriptedSection? section, string objection)
    {
        var reason = $"Request {_answered + 1} does not fit the script: {objection}.";
        _failure = new(DialoguePicture.Of(reason, _sections, section, objection, new GlmSentRequest(request)));
        return Refuse(_failure);
    }

    // Over a port, where nobody throws the failure, it is not asked for again at least.
    private static EmulatedFailure Refuse(GlmScriptException failure)
        => EmulatedReply.Fail(500, "500", failure.Message) with { Headers = new Dictionary<string, string> { [FailureHeader] = "1", ["x-should-retry"] = "false" } };
}
