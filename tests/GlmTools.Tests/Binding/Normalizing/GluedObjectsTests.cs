using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class GluedObjectsTests
{
    [Theory]
    [InlineData("""{"a": 1}{"b": 2}""", """{"a": 1}""")]
    [InlineData("""{"a": {"b": "}{"}} {"b": 2} {}""", """{"a": {"b": "}{"}}""")]
    [InlineData("""{"城": "市"}{"b": 2}""", """{"城": "市"}""")]
    public void The_first_of_several_objects_is_taken(string text, string expected) => Assert.Equal(expected, new GluedObjects().Apply(text));

    [Theory]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a": 1}{"b": """)]
    [InlineData("""{"a": 1}}""")]
    [InlineData("""{"a": 1},{"b": 2}""")]
    [InlineData("""{"a": 1}[2]""")]
    [InlineData("""{"a": 1} and more""")]
    public void Anything_else_stays(string text) => Assert.Null(new GluedObjects().Apply(text));

    [Theory]
    [InlineData("""{}{"a": 1}""")]
    [InlineData("""{ } {"a": 1}""")]
    public void An_empty_object_before_a_full_one_is_not_taken_for_the_call(string text) => Assert.Null(new GluedObjects().Apply(text));
}
