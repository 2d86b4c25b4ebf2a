using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM011_LanguageVersionTests
{
    private static readonly Sources Source = Sources.Of("""
        namespace Demo;
        public class Case { [GlmTool(Description = "d")] public int A() => 1; }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp13)]
    public async Task A_language_without_extension_members_is_an_error(LanguageVersion language)
    {
        var analyzed = await Analyzed.From(Source with { Language = language });
        analyzed.AssertReported("GLM011", "Case", "The generated property 'Tools' is an extension property, which needs C# 14; remove <LangVersion> from the project or raise it");
        analyzed.AssertNoCode();
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task A_language_with_extension_members_is_fine(LanguageVersion language)
        => (await Analyzed.From(Source with { Language = language })).AssertClean();
}
