using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>A step of the script: what answers one request.</summary>
internal sealed class ScriptedTurn
{
    private readonly List<ScriptedCall> _calls = [];
    private readonly List<FaultProfile> _faults = [];
    private readonly EmulatedReply? _reply;
    private readonly string? _text;
    private readonly IReadOnlyList<string>? _pieces;

    public ScriptedTurn(ScriptedCall call) => _calls.Add(call);

    public ScriptedTurn(string text, IReadOnlyList<string>? pieces = null) => (_text, _pieces) = (text, pieces);

    public ScriptedTurn(EmulatedReply reply) => _reply = reply;

    /// <summary>What it thinks first.</summary>
    public string? Reasoning { get; set; }

    public IReadOnlyList<ScriptedCall> Calls => _calls;

    /// <summary>The call that was added last.</summary>
    public ScriptedCall LastCall => _calls.LastOrDefault() ?? throw new InvalidOperationException("ExpectResult belongs behind a call; the step before it calls nothing.");

    public void Add(ScriptedCall call)
    {
        if (_reply is not null)
        {
            throw new InvalidOperationException("And belongs behind Call, Say or Stream: a failure and a whole reply take no more calls.");
        }

        _calls.Add(call);
    }

    public void Add(FaultProfile fault) => _faults.Add(fault);

    /// <summary>What goes out.</summary>
    /// <param name="firstCall">The number of the first call.</param>
    /// <param name="everywhere">The faults of all steps.</param>
    public EmulatedReply ToReply(int firstCall, IEnumerable<FaultProfile> everywhere)
    {
        var reply = _reply ?? new EmulatedCompletion
        {
            Reasoning = Reasoning,
            Text = _text,
            TextPieces = _pieces,
            ToolCalls = [.. _calls.Select((call, i) => new EmulatedToolCall(call.Tool, call.Arguments, $"call_{firstCall + i}"))],
        };
        return reply with { Faults = [.. reply.Faults, .. _faults, .. everywhere] };
    }

    /// <summary>Why a request cannot be answered with this step; <see langword="null"/> where it can.</summary>
    public string? ObjectionTo(EmulatedRequest request, EmulatedReply reply)
    {
        if (_pieces is not null && !request.Stream)
        {
            return "the step streams, but the request does not ask for a stream";
        }

        if (_faults.Find(fault => !fault.AppliesTo(request, reply)) is { } idle)
        {
            return $"the fault {idle} changes nothing here: {idle.Summary}";
        }

        return _calls.Select(call => call.ObjectionTo(request.Tools)).FirstOrDefault(static objection => objection is not null);
    }

    /// <summary>The step in a line of a picture.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (Reasoning is not null)
        {
            parts.Add($"thinks \"{Reasoning}\"");
        }

        if (_text is not null)
        {
            parts.Add(_pieces is null ? $"says \"{_text}\"" : $"streams {string.Join(" | ", _pieces.Select(static piece => $"\"{piece}\""))}");
        }

        parts.AddRange(_calls.Select(static call => $"calls {call}"));
        if (_reply is not null)
        {
            parts.Add(_reply is EmulatedFailure failure ? $"fails with {failure.Code} (HTTP {failure.Status})" : $"replies {Shown(_reply)}");
        }

        return string.Join(", ", parts) + string.Concat(_faults.Select(static fault => $" [{fault}]"));
    }

    private static string Shown(EmulatedReply reply) => reply switch
    {
        EmulatedCompletion { ToolCalls: [var call, ..] } => $"with a call of {call.Name}",
        EmulatedCompletion completion => $"\"{completion.Text}\"",
        _ => "with raw bytes",
    };
}
