using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class PythonLiteralsTests
{
    [Theory]
    [InlineData("{'a': True, 'b': False, 'c': None}", """{"a": true, "b": false, "c": null}""")]
    [InlineData("""{"a": [True, "True"]}""", """{"a": [true, "True"]}""")]
    [InlineData("""{'a': 'say "hi"', "b": "it's"}""", """{"a": "say \"hi\"", "b": "it's"}""")]
    [InlineData("""{'a': 'it\'s \\ \n \u57ce'}""", """{"a": "it's \\ \n \u57ce"}""")]
    [InlineData("{'a': 'None, True'}", """{"a": "None, True"}""")]
    public void Literals_become_those_of_JSON(string text, string expected) => Assert.Equal(expected, new PythonLiterals().Apply(text));

    [Theory]
    [InlineData("""{"a": true}""")]
    [InlineData("""{'a': '\x41'}""")]
    [InlineData("""{'a': '\/'}""")]
    [InlineData("{'a': ('b', 1)}")]
    [InlineData("{'a': call(True)}")]
    [InlineData("{'a': 1} # True")]
    public void What_JSON_has_no_like_for_stays(string text) => Assert.Null(new PythonLiterals().Apply(text));

    [Fact]
    public void A_string_that_is_cut_off_is_not_closed() => Assert.Equal("{\"a\": \"b", new PythonLiterals().Apply("{'a': 'b"));
}
