using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class TrailingCommasTests
{
    [Theory]
    [InlineData("""{"a": 1,}""", """{"a": 1}""")]
    [InlineData("""{"a": [1, 2 , ], }""", """{"a": [1, 2  ] }""")]
    [InlineData("""{"a": ",}",}""", """{"a": ",}"}""")]
    [InlineData("""{"a": ",",}""", """{"a": ","}""")]
    public void The_comma_behind_the_last_value_is_dropped(string text, string expected) => Assert.Equal(expected, new TrailingCommas().Apply(text));

    [Theory]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a": ",}"}""")]
    [InlineData("{,}")]
    [InlineData("[1,,]")]
    [InlineData("""{"a":,}""")]
    [InlineData("""{"a": 1},""")]
    [InlineData(",]")]
    public void Any_other_comma_stays(string text) => Assert.Null(new TrailingCommas().Apply(text));
}
