using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class FullWidthFormsTests
{
    [Theory]
    [InlineData("""{"a"：1，"b"：[２．５，－３]}""", """{"a":1,"b":[2.5,-3]}""")]
    [InlineData("""｛"a"：true｝""", """{"a":true}""")]
    [InlineData("""{“a”: “城市”}""", """{"a": "城市"}""")]
    [InlineData("""{＂a＂:　"b"}""", """{"a": "b"}""")]
    [InlineData("""{“a”: “say "hi" \"now\"”}""", """{"a": "say \"hi\" \"now\""}""")]
    public void Punctuation_quotes_and_digits_become_ASCII(string text, string expected) => Assert.Equal(expected, new FullWidthForms().Apply(text));

    [Theory]
    [InlineData("""{"a": "１，２：“三”"}""")]
    [InlineData("""{'a': '１，２'}""")]
    [InlineData("""{"a": 、}""")]
    [InlineData("""{"a"： 北京}""")]
    public void Strings_and_everything_else_stay(string text) => Assert.Null(new FullWidthForms().Apply(text));
}
