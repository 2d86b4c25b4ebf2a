using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM010_ConstraintNotEnforcedTests
{
    [Theory]
    [InlineData("[Own] string value", "Own", "value")]
    [InlineData("[Phone] string value", "Phone", "value")]
    [InlineData("[StringLength(5)] int value", "StringLength", "value")]
    [InlineData("[Range(1, 5)] string value", "Range", "value")]
    [InlineData("[RegularExpression(\"\\\\p{Lu}+\")] string value", "RegularExpression", "value")]
    [InlineData("Positional value", "Phone", "value.Number")]
    [InlineData("ByProperty value", "Phone", "value.Number")]
    [InlineData("Settable[] value", "Compare", "value[].Mail")]
    public async Task A_constraint_that_is_not_enforced_is_a_warning(string parameter, string attribute, string place)
        => (await Analyzed.From(Of($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}")))
            .AssertReported("GLM010", "value", $"[{attribute}] on '{place}' can neither be said in the schema nor checked; check it in the method");

    [Theory]
    [InlineData("[Display(Name = \"x\")] int value")]
    [InlineData("[Range(1, 5)] int value")]
    [InlineData("[Required] string value")]
    public async Task Any_other_attribute_is_fine(string parameter)
        => (await Analyzed.From(Of($"[GlmTool(Description = \"d\")] public void Good({parameter}) {{ }}"))).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.From(Of("#pragma warning disable GLM010\n[GlmTool(Description = \"d\")] public void Bad([Phone] string value) { }"))).AssertClean();

    private static Sources Of(string member) => Sources.Of($$"""
        using System.ComponentModel.DataAnnotations;
        public class OwnAttribute : ValidationAttribute { }
        public record Positional([Phone] string Number);
        public record ByProperty([property: Phone] string Number);
        public class Settable { [Compare("Other")] public string? Mail { get; set; } }
        public class Case
        {
            {{member}}
        }
        """);
}
