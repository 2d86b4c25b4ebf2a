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
    public void Add(GlmToolCallDelta piece)
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
    public GlmToolCall? NextFinished()
        => _closed + 1 < _calls.Count && _calls[_closed].ToCall() is { Name.Length: > 0 } call && (call.Arguments.Length == 0 || ArgumentsText.IsObject(call.Arguments))
            ? call
            : null;

    /// <summary>Closes the first call that is not: it is acted upon, and what may still come for it is left out, like anything behind a whole object (protocol sheet 4.5, 6).</summary>
    public void CloseNext() => _calls[_closed++].IsClosed = true;

    // Rule 1: by index, else by id, else the last one. Of two calls with the same index, the later one is still open.
    private OpenCall? Find(GlmToolCallDelta piece)
    {
        if (piece.Index is { } index)
        {
            return _calls.FindLast(call => call.Index == index);
        }

        var last = _calls.Count > 0 ? _calls[^1] : null;
        if (string.IsNullOrEmpty(piece.Id))
        {
            return last;
        }

        // A new id starts a call where it comes with a name; without one it only changed.
        return _calls.FindLast(call => call.Id == piece.Id) ?? (string.IsNullOrEmpty(piece.Name) ? last : null);
    }

    // Rule 2: an index used again for a parallel call; an id that merely changes starts nothing.
    private static bool IsAnother(OpenCall call, GlmToolCallDelta piece)
        => !string.IsNullOrEmpty(piece.Name)
            && !string.IsNullOrEmpty(piece.Id)
            && call.Id.Length > 0
            && piece.Id != call.Id
            && (piece.Name != call.Name || ArgumentsText.IsObject(call.Arguments.ToString()));

    private sealed class OpenCall(int? index)
    {
        public int? Index { get; } = index;

        public string Id { get; private set; } = "";

        public string Name { get; private set; } = "";

        public StringBuilder Arguments { get; } = new();

        public bool IsClosed { get; set; }

        public GlmToolCall ToCall() => new(Id, Name, Arguments.ToString());

        public void Add(GlmToolCallDelta piece)
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
                Arguments.Append(piece.Arguments);
            }
        }

        // Rule 7: engines that flush at the end send the whole text once more.
        private bool IsRepetition(string? text)
            => text is { Length: > 0 } && text.Length == Arguments.Length && Arguments.Equals(text) && ArgumentsText.IsObject(text);
    }
}
