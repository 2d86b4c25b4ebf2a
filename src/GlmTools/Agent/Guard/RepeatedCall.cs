namespace GlmTools;

/// <summary>How often a call gave the same result. What a turn brings counts once it is over.</summary>
internal sealed class RepeatedCall
{
    private string? _result;
    private string? _newResult;
    private bool _isNewTold;
    private bool _differsWithinTurn;
    private bool _mayChange;

    /// <summary>In how many turns the last result came, one after the other.</summary>
    public int Count { get; private set; }

    /// <summary>The beginning of the last result, for the model; the whole of it is in the transcript.</summary>
    public string Excerpt { get; private set; } = "";

    /// <summary>Whether the model was told that it repeats itself.</summary>
    public bool IsTold { get; private set; }

    public void Tell() => _isNewTold = true;

    public void Add(string result, string excerpt, bool mayChange)
    {
        _mayChange = mayChange;
        _differsWithinTurn |= _newResult is not null && _newResult != result;
        (_newResult, Excerpt) = (result, excerpt);
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
