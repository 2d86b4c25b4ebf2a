using System.Text;

namespace GlmTools.Tests.Chat;

public sealed class RecentTextsTests
{
    private readonly RecentTexts _recent = new();

    [Theory]
    [InlineData("a")]
    [InlineData("北京")]
    [InlineData("seven b")]
    public void A_text_that_came_is_found(string text)
    {
        Assert.Null(_recent.Find(Encoding.UTF8.GetBytes(text)));

        Assert.Same(text, _recent.Keep(Encoding.UTF8.GetBytes(text), text));

        Assert.Same(text, _recent.Find(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("eight by")]
    [InlineData("a longer text")]
    public void What_is_no_short_text_is_not_kept(string text)
    {
        Assert.Same(text, _recent.Keep(Encoding.UTF8.GetBytes(text), text));

        // The empty text is there already.
        Assert.Null(_recent.Find(Encoding.UTF8.GetBytes(text)) is { Length: > 0 } kept ? kept : null);
    }

    [Fact]
    public void No_other_bytes_are_taken_for_it()
    {
        _recent.Keep("a"u8, "a");

        Assert.Null(_recent.Find("a\0"u8));
        Assert.Null(_recent.Find("\0a"u8));
        Assert.Null(_recent.Find("b"u8));
        Assert.Null(_recent.Find([]));
    }

    [Fact]
    public void Of_thousands_of_texts_each_is_found_as_itself_or_not_at_all()
    {
        var found = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var text = $"{i}";
            _recent.Keep(Encoding.UTF8.GetBytes(text), text);
            for (var before = Math.Max(0, i - 20); before <= i; before++)
            {
                var kept = _recent.Find(Encoding.UTF8.GetBytes($"{before}"));
                Assert.True(kept is null || kept == $"{before}");
                found += kept is null ? 0 : 1;
            }
        }

        Assert.InRange(found, 50_000, 105_000);
    }
}
