using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class CodeFenceTests
{
    [Theory]
    [InlineData("```json\n{\"a\": 1}\n```", "{\"a\": 1}")]
    [InlineData("```\r\n{}\r\n```", "{}")]
    [InlineData("```JSON5 {\"a\": 1} ```", "{\"a\": 1}")]
    [InlineData("```{\"a\": \"``` in a value\"}```", "{\"a\": \"``` in a value\"}")]
    public void A_fence_is_removed_with_its_language(string text, string expected) => Assert.Equal(expected, new CodeFence().Apply(text));

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("```json\n{\"a\": 1}")]
    [InlineData("{\"a\": 1}\n```")]
    [InlineData("Here you are: ```json\n{\"a\": 1}\n```")]
    [InlineData("`````")]
    public void Anything_else_stays(string text) => Assert.Null(new CodeFence().Apply(text));
}
