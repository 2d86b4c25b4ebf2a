using System.Buffers;
using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;

namespace GlmTools.Binding;

/// <summary>What was noticed while arguments were bound. A call whose arguments simply fit has none.</summary>
/// <param name="tool">The tool.</param>
internal sealed class BindingReport(GlmTool tool)
{
    /// <summary>More lines than this help nobody; the rest shows up with the next call.</summary>
    private const int MaxLines = 16;

    private readonly List<GlmToolProblem> _problems = [];
    private readonly List<EmbeddedValue> _embedded = [];
    private readonly List<string> _repairs = [];
    private int _rewrites;
    private bool _moreRepairs;
    private GlmToolProblem? _syntax;
    private NormalizedText? _normalized;

    /// <summary>The problems, in the order they were met.</summary>
    public IReadOnlyList<GlmToolProblem> Problems => _problems;

    /// <summary>What was normalised, a line each.</summary>
    public IReadOnlyList<string> Repairs => _moreRepairs ? [.. _repairs, "and more of the kind"] : _repairs;

    /// <summary>Whether another problem would be kept, so that its path is worth finding.</summary>
    public bool TakesProblems => _problems.Count < MaxLines;

    /// <summary>Whether another repair would be kept.</summary>
    public bool TakesRepairs => _repairs.Count < MaxLines;

    /// <summary>Whether the note of another embedded value would be kept.</summary>
    public bool TakesEmbedded => _rewrites + _embedded.Count < MaxLines;

    /// <summary>Whether the method must not be called with what was read.</summary>
    public bool Refuses => _problems.Count > 0 || _embedded.Count > 0;

    private bool IsDestructive => tool.Policy.Effect == GlmToolEffect.Destructive;

    public void Add(GlmToolProblem problem)
    {
        if (TakesProblems)
        {
            _problems.Add(problem);
        }
    }

    public void AddRepair(string line)
    {
        if (_repairs.Count < MaxLines)
        {
            _repairs.Add(line);
        }
        else
        {
            _moreRepairs = true;
        }
    }

    /// <summary>Notes a string that has to give way to what it holds, and that the call has to be bound again.</summary>
    public void AddEmbedded(EmbeddedValue value) => _embedded.Add(value);

    /// <summary>Notes that the arguments are no JSON, or that the call has to be bound again because they can be read as what they were meant to be.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="syntax">Where they stop being JSON.</param>
    public void AddMalformed(ReadOnlySpan<byte> arguments, JsonException syntax)
    {
        _embedded.Clear();
        _normalized = Normalize(arguments);
        _syntax = ArgumentSyntax.Explain(arguments, _normalized.Text, syntax);
        if (_normalized is { IsJson: false } or { Notes.Count: 0 })
        {
            _normalized = null;
            _problems.Clear();
            _problems.Add(_syntax);
        }
    }

    /// <summary>Ends the binding: arguments that had to be repaired never reach a tool whose calls cannot be undone.</summary>
    public void Close()
    {
        if (IsDestructive && _repairs.Count > 0 && _embedded.Count == 0 && _problems.TrueForAll(problem => problem == _syntax))
        {
            Add(new("", "exact", "exact arguments, because the call cannot be undone", $"some that had to be repaired ({string.Join("; ", Repairs)})"));
        }
    }

    /// <summary>Rewrites the arguments as the notes ask for, and forgets what else was noticed about them as they were.</summary>
    /// <returns>What to bind in their place; <see langword="null"/> where there is nothing to rewrite.</returns>
    public byte[]? Rewrite(ReadOnlySpan<byte> arguments)
    {
        if (_normalized is null && _embedded.Count == 0)
        {
            return null;
        }

        var rewritten = _normalized is null ? Replace(arguments) : Encoding.UTF8.GetBytes(_normalized.Text);
        var notes = _normalized?.Notes.Select(static note => $"{GlmToolProblem.PlaceOf("")}: {note}") ?? _embedded.Select(static value => value.Note);
        StartOver(notes);
        return rewritten;
    }

    private void StartOver(IEnumerable<string> notes)
    {
        _repairs.RemoveRange(_rewrites, _repairs.Count - _rewrites);
        foreach (var note in notes)
        {
            AddRepair(note);
        }

        _rewrites = _repairs.Count;
        _embedded.Clear();
        _normalized = null;
        _problems.Clear();
        if (IsDestructive && _syntax is not null)
        {
            _problems.Add(_syntax);
        }
    }

    // What is no text could only be repaired by leaving some of it out.
    private NormalizedText Normalize(ReadOnlySpan<byte> arguments)
    {
        var text = Encoding.UTF8.GetString(arguments);
        return UnicodeText.IndexOfFault(arguments) < 0
            ? ArgumentNormalizer.OfArguments(tool.Name).Normalize(text, JsonTokenType.StartObject)
            : new(text, false, []);
    }

    private byte[] Replace(ReadOnlySpan<byte> arguments)
    {
        var output = new ArrayBufferWriter<byte>(arguments.Length);
        var at = 0;
        foreach (var value in _embedded)
        {
            output.Write(arguments[at..value.Start]);
            output.Write(value.Value);
            at = value.End;
        }

        output.Write(arguments[at..]);
        return output.WrittenSpan.ToArray();
    }
}
