namespace GlmTools;

/// <summary>How often in a row a tool failed with the same text. What a turn brings counts once it is over.</summary>
internal sealed class ErrorStreak
{
    private readonly HashSet<TextDigest> _newErrors = [];
    private Dictionary<TextDigest, int> _turns = [];
    private bool _hasSucceeded;

    /// <summary>Adds a success.</summary>
    public void Add() => _hasSucceeded = true;

    /// <summary>Adds an error.</summary>
    /// <returns>In how many turns in a row it has come by now; 0 where another call of the tool succeeded meanwhile.</returns>
    public int Add(TextDigest error)
    {
        _newErrors.Add(error);
        return _hasSucceeded ? 0 : _turns.GetValueOrDefault(error) + 1;
    }

    /// <summary>Ends the turn.</summary>
    /// <returns>In how many turns in a row the most frequent error of the tool has come by now.</returns>
    public int EndTurn()
    {
        if (_hasSucceeded)
        {
            _turns.Clear();
        }
        else if (_newErrors.Count > 0)
        {
            _turns = _newErrors.ToDictionary(static error => error, error => _turns.GetValueOrDefault(error) + 1);
        }

        _newErrors.Clear();
        _hasSucceeded = false;
        return _turns.Count == 0 ? 0 : _turns.Values.Max();
    }
}
