using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Robustness;

/// <summary>What a model reads, from wherever it comes, whatever is in it.</summary>
public class DescriptionTests
{
    // A doc comment of a method with a parameter "city", and what the model reads about both.
    public static TheoryData<string, string, string?> Comments => new()
    {
        { "/// <summary>Gets it.</summary>\n/// <param name=\"city\">The city.</param>", "Gets it.", "The city." },
        { "/// <summary>\n/// Gets\n///   it.\n/// </summary>", "Gets it.", null },
        { "/** <summary>Gets it.</summary>\n * <param name=\"city\">The\n * city.</param>\n */", "Gets it.", "The city." },
        { "/**\n<summary>Gets it.</summary>\n*/", "Gets it.", null },
        { "/// <summary>Gets it.</summary>\n/// <remarks>Slowly.</remarks>", "Gets it.\nSlowly.", null },
        { "/// <summary>One.<para>Two.</para>Three.<br/>Four.</summary>", "One.\nTwo.\nThree.\nFour.", null },
        { "/// <summary>See <see cref=\"System.String.Trim()\"/>, <see langword=\"null\"/>, <paramref name=\"city\"/> and <c>x &lt; y</c>.</summary>", "See Trim, null, city and x < y.", null },
        { "/// <summary>A <see cref=\"Demo.Case\">case</see> of <see cref=\"List{T}\"/>.</summary>", "A case of List.", null },
        { "/// <summary>\"quoted\" \\ back\\\\slash {braces} {0} $ # %</summary>", "\"quoted\" \\ back\\\\slash {braces} {0} $ # %", null },
        { "/// <summary>Three \"\"\" and \"\"\"\"\"\" quotes</summary>", "Three \"\"\" and \"\"\"\"\"\" quotes", null },
        { "/// <summary>城市 😀 𠮷 é é</summary>", "城市 😀 𠮷 é é", null },
        { "/// <summary>a&#x2028;b&#x2029;c&#x85;d&#xFEFF;e&#x7F;f</summary>", "a b\nc d\ufeffe\u007ff", null },
        { "/// <summary>a&#9;b&#10;c</summary>", "a b c", null },
        { "/// <summary>*/ // /* #if</summary>", "*/ // /* #if", null },
        { "// <summary>Ordinary.</summary>\n/// <summary>Real.</summary>\n// More.", "Real.", null },
        { "/**/\n/// <summary>After an empty comment.</summary>", "After an empty comment.", null },
        { "/***/\n/// <summary>After another.</summary>", "After another.", null },
        { "/// <summary>First.</summary>\n[Obsolete(\"old\")]", "First.", null },
        { "/// <list><item>a</item><item>b</item></list><summary><list type=\"bullet\"><item>One</item><item>Two</item></list></summary>", "One\nTwo", null },
    };

    [Theory, MemberData(nameof(Comments))]
    public void A_doc_comment_is_read_with_and_without_a_documentation_file(string comment, string description, string? parameter)
    {
        var sources = Sources.Of($$"""
            namespace Demo;
            public class Case
            {
            {{comment}}
            [GlmTool] public string Get(string city) => city;
            }
            """);
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse })
        {
            var tool = Generated.From(sources with { Documentation = mode }).Tools("Demo.Case")["get"];
            Assert.Equal(description, tool.Description);
            Assert.Equal(parameter, tool.JsonSchema.GetProperty("properties").GetProperty("city").TryGetProperty("description", out var text) ? text.GetString() : null);
        }
    }

    [Theory]
    [InlineData("/// <summary>Not <closed.</summary>")]
    [InlineData("/// <summary>&unknown;</summary>")]
    [InlineData("/// <summary>\u0001</summary>")]
    [InlineData("//// <summary>Four slashes.</summary>")]
    [InlineData("/*** <summary>Three stars.</summary> */")]
    [InlineData("/* <summary>One star.</summary> */")]
    [InlineData("/**/")]
    public void What_is_no_doc_comment_describes_nothing(string comment)
    {
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse })
        {
            var sources = Sources.Of($$"""
                public class Case
                {
                    {{comment}}
                    [GlmTool] public string Get() => "";
                }
                """) with { Documentation = mode };
            var run = GeneratorRun.Of(sources.Compile());
            Assert.Contains("\"description\":\"get\"", Assert.Single(run.Files).Value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\\\"quoted\\\" \\\\ {0}", "\"quoted\" \\ {0}")]
    [InlineData("a\\nb\\r\\n\\tc", "a\nb\r\n\tc")]
    [InlineData("\\u2028\\u2029\\u0085\\ufeff\\u0000\\u001f\\u007f", "\u2028\u2029\u0085\ufeff\0\u001f\u007f")]
    [InlineData("😀 \\ud83d\\ude00", "😀 😀")]
    [InlineData("half \\ud83d pair", "half \ufffd pair")]
    [InlineData("</script> & ' + <", "</script> & ' + <")]
    public void An_attribute_may_hold_any_text(string literal, string description)
    {
        var tools = Generated.From($$"""
            public record Part([property: Description("{{literal}}")] int A, [Description("{{literal}}")] int B) { [Description("{{literal}}")] public int C { get; set; } }
            public class Case
            {
                [GlmTool("one"), Description("{{literal}}")] public void One([Description("{{literal}}")] int a) { }
                /// <summary>Not this.</summary>
                [GlmTool("two", Description = "{{literal}}"), Description("Nor this.")] public void Two(Part part) { }
            }
            """).Tools("Case");
        Assert.Equal(description, tools["one"].Description);
        Assert.Equal(description, tools["two"].Description);
        Assert.Equal(description, tools["one"].JsonSchema.GetProperty("properties").GetProperty("a").GetProperty("description").GetString());
        Assert.All(
            tools["two"].JsonSchema.GetProperty("properties").GetProperty("part").GetProperty("properties").EnumerateObject(),
            member => Assert.Equal(description, member.Value.GetProperty("description").GetString()));
    }

    [Fact]
    public void Members_are_described_by_their_property_their_parameter_or_their_type()
    {
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse })
        {
            var part = Generated.From(Sources.Of("""
                /// <param name="A">A of the type.</param>
                /// <param name="B">B of the type.</param>
                public record Part(int A, [Description("B of the parameter.")] int B)
                {
                    /// <summary>C of the property.</summary>
                    public int C { get; set; }
                }
                public class Made
                {
                    /// <param name="d">D of the constructor.</param>
                    public Made(int d, int e) { D = d; E = e; }
                    public int D { get; }
                    /// <summary>E of the property.</summary>
                    public int E { get; }
                }
                public class Case { [GlmTool] public void Use(Part part, Made made) { } }
                """) with { Documentation = mode }).Tools("Case")["use"].JsonSchema.GetProperty("properties");
            var described = part.EnumerateObject().SelectMany(static value => value.Value.GetProperty("properties").EnumerateObject())
                .Select(static member => member.Value.GetProperty("description").GetString());
            Assert.Equal(["A of the type.", "B of the parameter.", "C of the property.", "D of the constructor.", "E of the property."], described);
        }
    }
}
