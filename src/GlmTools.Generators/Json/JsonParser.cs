using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GlmTools.Generators.Json;

/// <summary>Reads JSON (RFC 8259), strictly. netstandard2.0 has no reader of it, and an analyzer had better bring no assembly along.</summary>
internal sealed class JsonParser
{
    private const int MaxDepth = 512;

    private static readonly Regex Scalar = new(@"\G(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z.+-])", RegexOptions.CultureInvariant);

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonParser(string text) => _text = text;

    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    public static JsonValue Parse(string text)
    {
        var parser = new JsonParser(text);
        parser.SkipBlanks();
        var value = parser.ReadValue();
        return parser._at == text.Length ? value : throw parser.Unexpected("the end");
    }

    // Every value is read together with the blanks behind it.
    private JsonValue ReadValue()
    {
        var start = _at;
        if (_depth == MaxDepth)
        {
            throw new JsonSyntaxException($"it is nested more than {MaxDepth} levels deep", start);
        }

        _depth++;
        var value = Peek() switch
        {
            '{' => JsonValue.Object(ReadMembers(), start),
            '[' => JsonValue.Array(ReadItems(), start),
            '"' => JsonValue.String(ReadString(), start),
            _ => JsonValue.Literal(ReadScalar(), start),
        };
        _depth--;
        return value;
    }

    private List<KeyValuePair<string, JsonValue>> ReadMembers()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return ReadList('}', () =>
        {
            var start = _at;
            var name = ReadString();
            if (!names.Add(name))
            {
                throw new JsonSyntaxException($"\"{name}\" is there twice", start);
            }

            Expect(':');
            return new KeyValuePair<string, JsonValue>(name, ReadValue());
        });
    }

    private List<JsonValue> ReadItems() => ReadList(']', ReadValue);

    private List<T> ReadList<T>(char close, Func<T> readItem)
    {
        var items = new List<T>();
        Expect(_text[_at]);
        if (Peek() != close)
        {
            items.Add(readItem());
            while (Peek() == ',')
            {
                Expect(',');
                items.Add(readItem());
            }
        }

        Expect(close);
        return items;
    }

    private string ReadScalar()
    {
        var match = Scalar.Match(_text, _at);
        if (!match.Success)
        {
            throw Unexpected("a value");
        }

        _at += match.Length;
        SkipBlanks();
        return match.Value;
    }

    private string ReadString()
    {
        if (Peek() != '"')
        {
            throw Unexpected("a string");
        }

        var text = new StringBuilder();
        for (_at++; Peek() != '"'; _at++)
        {
            if (Peek() < ' ')
            {
                throw Unexpected("the end of a string");
            }

            text.Append(_text[_at] == '\\' ? ReadEscape() : _text[_at]);
        }

        Expect('"');
        return text.ToString();
    }

    // Leaves the last character of the escape for the loop around it.
    private char ReadEscape()
    {
        _at++;
        switch (Peek())
        {
            case '"' or '\\' or '/':
                return Peek();
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < _text.Length
                && ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                throw Unexpected("an escape");
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw Unexpected($"'{c}'");
        }

        _at++;
        SkipBlanks();
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private JsonSyntaxException Unexpected(string expected)
        => new(_at < _text.Length ? $"'{_text[_at]}' stands where {expected} has to be" : $"it ends where {expected} has to be", _at);
}
