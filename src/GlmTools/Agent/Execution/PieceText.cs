using System.Text;

namespace GlmTools;

/// <summary>A text that comes in pieces. The first one is kept as it is, because it is often the only one.</summary>
internal struct PieceText
{
    private string? _text;
    private StringBuilder? _pieces;

    /// <summary>The text so far; <see langword="null"/> where there is none.</summary>
    public string? Text
    {
        get
        {
            if (_pieces is not null)
            {
                (_text, _pieces) = (_pieces.ToString(), null);
            }

            return _text;
        }
    }

    public void Add(string? piece)
    {
        if (string.IsNullOrEmpty(piece))
        {
            return;
        }

        if (_text is null && _pieces is null)
        {
            _text = piece;
            return;
        }

        _pieces ??= new(_text);
        _pieces.Append(piece);
    }
}
