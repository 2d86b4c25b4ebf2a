namespace GlmTools;

/// <summary>An event whose lines are still arriving.</summary>
internal sealed class PendingFrame
{
    private readonly List<string> _data = [];
    private string _type = "";
    private string? _id;
    private string? _meta;

    /// <summary>Whether a line of it has come.</summary>
    public bool HasFields { get; private set; }

    /// <summary>Adds a line. A comment and a field of an unknown name say nothing.</summary>
    public void Add(string line)
    {
        var colon = line.IndexOf(':');
        var (name, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        // One blank behind the colon belongs to the form, and not every service sends it.
        value = value.StartsWith(' ') ? value[1..] : value;
        switch (name)
        {
            case "event":
                _type = value;
                break;
            case "id":
                _id = value;
                break;
            case "data":
                _data.Add(value);
                break;
            case "meta":
                _meta = value;
                break;
            default:
                return;
        }

        HasFields = true;
    }

    /// <summary>The event, and begins the next one.</summary>
    public EventFrame Take()
    {
        var frame = new EventFrame(_type, _id, string.Join('\n', _data), _meta);
        _data.Clear();
        (_type, _id, _meta, HasFields) = ("", null, null, false);
        return frame;
    }
}
