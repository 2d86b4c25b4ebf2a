using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Robustness;

/// <summary>A type that several tools use is parsed once; none of them may notice.</summary>
public class SharedTypeTests
{
    [Fact]
    public async Task What_is_wrong_with_a_type_is_said_of_each_tool_that_uses_it()
    {
        const string Types = "public record Bag(string Name, object Content);";
        var analyzed = await Analyzed.Members(
            """
            [GlmTool(Description = "a")] public void A(Bag first) { }
            [GlmTool(Description = "b")] public void B(Bag second) { }
            """,
            Types);

        Assert.Equal([("GLM001", "first"), ("GLM001", "second")], analyzed.Findings.Select(static finding => (finding.Id, finding.Squiggle)));
    }

    [Fact]
    public async Task Advice_is_given_to_each_tool_and_in_each_class()
    {
        var analyzed = await Analyzed.From(Sources.Of("""
            namespace Demo;
            public record Login(string User, string Password);
            public class Doors
            {
                [GlmTool(Description = "a")] public void A(Login first) { }
                [GlmTool(Description = "b")] public void B(Login second) { }
            }
            public class Windows
            {
                [GlmTool(Description = "c")] public void C(Login third) { }
            }
            """));

        Assert.Equal(
            [("GLM024", "first"), ("GLM024", "second"), ("GLM024", "third")],
            analyzed.Findings.Select(static finding => (finding.Id, finding.Squiggle)));
    }

    [Fact]
    public async Task A_type_inherited_tools_share_is_objected_to_where_they_are_declared()
    {
        var analyzed = await Analyzed.From(Sources.Of("""
            namespace Demo;
            public record Login(string User, string Password);
            public class Doors
            {
                [GlmTool(Description = "a")] public void A(Login first) { }
            }
            public class Gates : Doors
            {
                [GlmTool(Description = "b")] public void B(Login second) { }
            }
            """));

        Assert.Equal([("GLM024", "first"), ("GLM024", "second")], analyzed.Findings.Select(static finding => (finding.Id, finding.Squiggle)));
    }

    [Theory]
    [InlineData("string", "string?")]
    [InlineData("string?", "string")]
    [InlineData("int", "int?")]
    [InlineData("Part", "Part?")]
    [InlineData("List<string>", "List<string?>")]
    [InlineData("List<Part?>", "List<Part>")]
    [InlineData("Dictionary<string, Part>", "Dictionary<string, Part?>")]
    [InlineData("(int Count, string Name)", "(int Number, string Title)")]
    public void Types_that_differ_in_little_are_kept_apart(string one, string other)
    {
        var alone = Call($"[GlmTool(Description = \"l\")] public void Last({other} value) {{ }}");
        var after = Call($$"""
            [GlmTool(Description = "f")] public void First({{one}} value) { }
            [GlmTool(Description = "l")] public void Last({{other}} value) { }
            """);

        Assert.Equal(alone, after);
    }

    [Fact]
    public async Task Arguments_and_results_of_one_type_have_the_members_of_each()
    {
        var tools = Generated.From("""
            namespace Demo;
            public class Part { public int Count { get; set; } public int Twice => 2 * Count; }
            public class Case
            {
                [GlmTool(Description = "a")] public Part A(Part part) => part;
                [GlmTool(Description = "b")] public Part B(Part part) => part;
            }
            """).Tools("Demo.Case");

        Assert.Equal("""{"count":2,"twice":4}""", await tools.Call("a", """{"part":{"count":2}}"""));
        Assert.Equal("""{"count":3,"twice":6}""", await tools.Call("b", """{"part":{"count":3}}"""));
        Assert.All(tools.Set, static tool => Assert.DoesNotContain("twice", tool.JsonSchema.GetRawText(), StringComparison.Ordinal));
    }

    // Five boxes in each other are one too many; that four were fine on their own makes no difference.
    [Theory]
    [InlineData("Box<Box<Box<Box<int>>>> fine", "Box<Box<Box<Box<Box<int>>>>> deep")]
    [InlineData("Box<Box<Box<Box<Box<int>>>>> deep", "Box<Box<Box<Box<int>>>> fine")]
    [InlineData("Around<int> fine", "Box<Around<int>> deep")]
    public async Task How_deep_a_generic_type_may_go_does_not_depend_on_what_came_before(string one, string other)
    {
        var analyzed = await Analyzed.Members(
            $$"""
            [GlmTool(Description = "a")] public void A({{one}}) { }
            [GlmTool(Description = "b")] public void B({{other}}) { }
            """,
            """
            public class Box<T> { public T? Value { get; set; } }
            public class Around<T> { public Box<Box<Box<Box<T>>>>? Value { get; set; } }
            """);

        Assert.Equal(("GLM001", "deep"), analyzed.Findings.Select(static finding => (finding.Id, finding.Squiggle)).Single());
    }

    // The definition of the last tool and the method that calls it.
    private static string Call(string members)
    {
        var generated = Generated.From($$"""
            namespace Demo;
            public record Part(string Name, int? Count);
            public class Case
            {
                {{members}}
            }
            """);
        var file = generated.Files["Demo.Case.g.cs"].Replace("ReadTuple2", "ReadTuple", StringComparison.Ordinal);
        var start = file.IndexOf("ValueTask CallLast(", StringComparison.Ordinal);
        return generated.Tools("Demo.Case")["last"].JsonSchema.GetRawText() + file[start..file.IndexOf("\n        }\n", start, StringComparison.Ordinal)];
    }
}
