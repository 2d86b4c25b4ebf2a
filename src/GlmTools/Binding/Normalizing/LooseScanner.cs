namespace GlmTools.Binding.Normalizing;

/// <summary>
/// Cuts JSON, Python literals and JSON typed with a Chinese keyboard into tokens, so that a repair can change what stands
/// between strings and never what stands in them.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct LooseScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>What the token is.</summary>
    public LooseTokenKind Kind { get; private set; }

    /// <summary>The characters of the token.</summary>
    public ReadOnlySpan<char> Token { get; private set; }

    /// <summary>Whether nothing is left; what is left behind the last token belongs to none of the notations.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        if (_rest.IsEmpty || Classify(_rest[0]) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        var length = kind switch
        {
            LooseTokenKind.String => StringLength(FullWidthForms.ClosingQuote(_rest[0])),
            LooseTokenKind.Punctuation => 1,
            _ => RunLength(kind),
        };
        Token = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private readonly int RunLength(LooseTokenKind kind)
    {
        var length = 1;
        while (length < _rest.Length && Classify(_rest[length]) == kind)
        {
            length++;
        }

        return length;
    }

    // A backslash takes the next character with it, in JSON and in Python alike.
    private readonly int StringLength(char quote)
    {
        for (var i = 1; i < _rest.Length; i++)
        {
            if (_rest[i] == quote)
            {
                return i + 1;
            }

            i += _rest[i] == '\\' ? 1 : 0;
        }

        return _rest.Length;
    }

    private static LooseTokenKind? Classify(char c) => FullWidthForms.Fold(c) switch
    {
        ' ' or '\t' or '\r' or '\n' => LooseTokenKind.Space,
        '{' or '}' or '[' or ']' or ':' or ',' => LooseTokenKind.Punctuation,
        '"' => LooseTokenKind.String,
        '\'' when c == '\'' => LooseTokenKind.String,
        '+' or '-' or '.' => LooseTokenKind.Word,
        var other when char.IsAsciiLetterOrDigit(other) => LooseTokenKind.Word,
        _ => null,
    };
}
