using System.Text;

namespace GlmTools;

/// <summary>
/// Puts the pieces of streamed tool calls together. A call is complete when the answer ends, or when the model has gone on to
/// the next one, but never because its text happens to parse. The numbered rules are those of protocol sheet 5.3.
/// </summary>
internal sealed class ToolCallAccumulator
{
    private readonly List<OpenCall> _calls = [];
    private int _closed;

    /// <summary>Adds a piece.</summary>
    public void Add(in GlmToolCallDelta piece)
    {
        // The other kinds are run by the service and only reported here (protocol sheet 4.4).
        if (piece.Type is not (null or "" or "function"))
        {
            return;
        }

        var call = Find(piece);
        if (call is null || IsAnother(call, piece))
        {
            call = new OpenCall(piece.Index);
            _calls.Add(call);
        }

        call.Add(piece);
    }

    /// <summary>The calls, in the order they began. An id that never came is empty.</summary>
    public List<GlmToolCall> Complete() => _calls.ConvertAll(static call => call.ToCall());

    /// <summary>The first call that is not closed, if the model has gone on to another one; <see langword="null"/> if not. Calls may be interleaved, so it must be whole as well.</summary>
    public GlmToolCall? NextFinished() => _closed + 1 < _calls.Count && _calls[_closed].IsWhole ? _calls[_closed].ToCall() : null;

    /// <summary>Closes the first call that is not: it is acted upon, and what may still come for it is left out, like anything behind a whole object (protocol sheet 4.5, 6).</summary>
    public void CloseNext() => _calls[_closed++].IsClosed = true;

    // Rule 1: by index, else by id, else the last one. Of two calls with the same index, the later one is still open.
    private OpenCall? Find(in GlmToolCallDelta piece)
    {
        var last = _calls.Count > 0 ? _calls[^1] : null;
        if (piece.Index is null && string.IsNullOrEmpty(piece.Id))
        {
            return last;
        }

        for (var i = _calls.Count - 1; i >= 0; i--)
        {
            if (piece.Index is { } index ? _calls[i].Index == index : _calls[i].Id == piece.Id)
            {
                return _calls[i];
            }
        }

        // A new id starts a call where it comes with a name; without one it only changed.
        return piece.Index is null && string.IsNullOrEmpty(piece.Name) ? last : null;
    }

    // Rule 2: an index used again for a parallel call; an id that merely changes starts nothing.
    private static bool IsAnother(OpenCall call, in GlmToolCallDelta piece)
        => !string.IsNullOrEmpty(piece.Name)
            && !string.IsNullOrEmpty(piece.Id)
            && call.Id.Length > 0
            && piece.Id != call.Id
            && (piece.Name != call.Name || call.IsObject);

    private sealed class OpenCall(int? index)
    {
        private readonly StringBuilder _arguments = new();

        // What came of the pieces so far, and whether it is an object: asked for with each chunk while the call waits, and made anew only for another piece.
        private GlmToolCall? _call;
        private bool? _isObject;

        public int? Index { get; } = index;

        public string Id { get; private set; } = "";

        public string Name { get; private set; } = "";

        public bool IsClosed { get; set; }

        // Most pieces end in the middle, which needs no look at the whole.
        public bool IsObject => _isObject ??= _arguments is { Length: > 0 } && _arguments[^1] is '}' or ' ' or '\t' or '\r' or '\n' && ArgumentsText.IsObject(ToCall().Arguments);

        /// <summary>Whether it could be acted upon as it is.</summary>
        public bool IsWhole => Name.Length > 0 && (_arguments.Length == 0 || IsObject);

        public GlmToolCall ToCall() => _call ??= new(Id, Name, _arguments.ToString());

        public void Add(in GlmToolCallDelta piece)
        {
            if (IsClosed)
            {
                return;
            }

            // Rules 3 and 4: the first of each counts; some servers repeat them, and some change the id.
            Id = Id.Length > 0 ? Id : piece.Id ?? "";
            Name = Name.Length > 0 ? Name : piece.Name ?? "";
            if (!IsRepetition(piece.Arguments))
            {
                // Rule 5: null adds nothing.
                _arguments.Append(piece.Arguments);
            }

            (_call, _isObject) = (null, null);
        }

        // Rule 7: engines that flush at the end send the whole text once more.
        private bool IsRepetition(string? text)
            => text is { Length: > 0 } && text.Length == _arguments.Length && _arguments.Equals(text) && ArgumentsText.IsObject(text);
    }
}
