using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class DoubleEncodingTests
{
    [Theory]
    [InlineData("\"{\\\"a\\\": 1}\"", "{\"a\": 1}")]
    [InlineData("\"{\\\"a\\\": \\\"\\u57ce\\\\n\\\"}\"", "{\"a\": \"城\\n\"}")]
    [InlineData("\" [] \"", "[]")]
    public void The_content_of_a_string_is_taken_out(string text, string expected) => Assert.Equal(expected, new DoubleEncoding().Apply(text));

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("\"{\\\"a\\\": 1}")]
    [InlineData("\"{}\"\"{}\"")]
    [InlineData("\"{}\" and more")]
    [InlineData("\"\\ud800\"")]
    public void Anything_else_stays(string text) => Assert.Null(new DoubleEncoding().Apply(text));
}
