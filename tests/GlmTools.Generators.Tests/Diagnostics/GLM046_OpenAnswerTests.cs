using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM046_OpenAnswerTests
{
    [Theory]
    [InlineData("T")]
    [InlineData("List<T>")]
    [InlineData("T[]")]
    [InlineData("Dictionary<string, T[]>")]
    public async Task A_type_that_only_the_caller_knows_is_a_warning(string type)
        => (await Analyzed.Members($"public object Bad<T>() => GlmSchema<{type}>.Default;")).AssertReported(
            "GLM046", type, $"'{type}' stands for types that are not known here, so that no schema is generated for them; name the type itself, or mark each that it may be with [GlmSchema]");

    [Theory]
    [InlineData("public object Good() => GlmSchema<List<int>>.Default;")]
    [InlineData("public object Good<T>(GlmSchema<T> schema) => schema.AnswerTool;")]
    [InlineData("public Task<T> RunAsync<T>() => this.RunAsync<T>();")]
    public async Task A_type_that_is_known_or_handed_on_is_fine(string member) => (await Analyzed.Members(member)).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM046\npublic object Bad<T>() => GlmSchema<T>.Default;")).AssertClean();
}
