using System.Text;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes indented source, with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a header and what the block holds, in braces.</summary>
    public void Block(string header, Action body, string close = "}")
    {
        Line(header).Line("{");
        Indented(body);
        Line(close);
    }

    public void Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
