using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM010_ConstraintNotEnforcedTests
{
    [Theory]
    [InlineData("[Range(1, 5)] int value", "Range", "value")]
    [InlineData("[StringLength(5)] string value", "StringLength", "value")]
    [InlineData("[Own] string value", "Own", "value")]
    [InlineData("Positional value", "Range", "value.Count")]
    [InlineData("ByProperty value", "Range", "value.Count")]
    [InlineData("Settable[] value", "EmailAddress", "value[].Mail")]
    public async Task A_constraint_of_DataAnnotations_is_a_warning(string parameter, string attribute, string place)
        => (await Analyzed.From(Of($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}")))
            .AssertReported("GLM010", "value", $"[{attribute}] on '{place}' is neither sent to the model nor checked yet; check it in the method");

    [Fact]
    public async Task A_parameter_without_one_is_fine()
        => (await Analyzed.From(Of("[GlmTool(Description = \"d\")] public void Good([Display(Name = \"x\")] int value) { }"))).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.From(Of("#pragma warning disable GLM010\n[GlmTool(Description = \"d\")] public void Bad([Range(1, 5)] int value) { }"))).AssertClean();

    private static Sources Of(string member) => Sources.Of($$"""
        using System.ComponentModel.DataAnnotations;
        public class OwnAttribute : ValidationAttribute { }
        public record Positional([Range(1, 5)] int Count);
        public record ByProperty([property: Range(1, 5)] int Count);
        public class Settable { [EmailAddress] public string? Mail { get; set; } }
        public class Case
        {
            {{member}}
        }
        """);
}
