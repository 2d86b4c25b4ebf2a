namespace GlmTools.Tests.Agent.Execution;

/// <summary>Texts that come in pieces.</summary>
public sealed class PieceTextTests
{
    private PieceText _text;

    [Fact]
    public void Nothing_is_no_text()
    {
        _text.Add(null);
        _text.Add("");

        Assert.Null(_text.Text);
    }

    [Fact]
    public void The_only_piece_is_the_text_itself()
    {
        var piece = new string('x', 3);
        _text.Add("");
        _text.Add(piece);

        Assert.Same(piece, _text.Text);
    }

    [Fact]
    public void Pieces_are_joined_also_after_somebody_has_looked()
    {
        _text.Add("a");
        _text.Add("b");
        Assert.Equal("ab", _text.Text);
        _text.Add("c");
        _text.Add("d");

        Assert.Equal("abcd", _text.Text);
        Assert.Equal("abcd", _text.Text);
    }
}
