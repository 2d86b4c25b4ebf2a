using GlmTools.Binding;

namespace GlmTools;

/// <summary>How often a call gave the same result. What a turn brings counts once it is over.</summary>
internal sealed class RepeatedCall
{
    private (TextDigest Text, bool IsError)? _result;
    private (TextDigest Text, bool IsError)? _newResult;
    private ReadOnlyMemory<byte> _latest;
    private bool _isNewTold;
    private bool _differsWithinTurn;
    private bool _mayChange;

    /// <summary>In how many turns the last result came, one after the other.</summary>
    public int Count { get; private set; }

    /// <summary>The beginning of the last result, for the model; the whole of it is in the transcript.</summary>
    public string Beginning => Excerpt.OfUtf8(_latest.Span);

    /// <summary>Whether the model was told that it repeats itself.</summary>
    public bool IsTold { get; private set; }

    public void Tell() => _isNewTold = true;

    /// <summary>Adds what came of the call.</summary>
    /// <param name="result">The result.</param>
    /// <param name="text">Its text.</param>
    /// <param name="mayChange">Whether the call may have changed something.</param>
    public void Add(in GlmToolResult result, TextDigest text, bool mayChange)
    {
        var added = (text, result.IsError);
        _mayChange = mayChange && !result.IsError;
        _differsWithinTurn |= _newResult is not null && _newResult != added;
        (_newResult, _latest) = (added, result.Utf8);
    }

    /// <summary>Ends the turn.</summary>
    /// <returns>Whether the call did something new in it.</returns>
    public bool EndTurn()
    {
        IsTold |= _isNewTold;
        var isNew = false;
        if (_newResult is not null)
        {
            var isSame = _newResult == _result && !_differsWithinTurn;
            (Count, IsTold) = isSame ? (Count + 1, IsTold) : (1, false);
            isNew = _mayChange && !isSame;
            _result = _newResult;
        }

        (_newResult, _isNewTold, _differsWithinTurn) = (null, false, false);
        return isNew;
    }

    /// <summary>Counts from the last turn on: what came before it was before something changed.</summary>
    public void StartOver()
    {
        Count = Math.Min(Count, 1);
        IsTold = false;
    }
}
