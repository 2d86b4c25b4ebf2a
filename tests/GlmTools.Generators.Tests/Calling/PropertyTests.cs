using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>The generated property as a user writes it.</summary>
public class PropertyTests
{
    [Theory]
    [InlineData("new Weather().Tools", "both,own,shared")]
    [InlineData("Weather.Tools", "shared")]
    [InlineData("Fixed.Tools", "fixed")]
    [InlineData("new Outer.Inner().Tools", "inner")]
    [InlineData("((IThing)new Thing()).Tools", "thing")]
    [InlineData("new Thing().Tools", "thing")]
    [InlineData("new Derived().Tools", "of_base")]
    [InlineData("new Named().Kit", "named")]
    [InlineData("new Both().Tools", "of_base,of_both")]
    [InlineData("((Base)new Both()).Tools", "of_base")]
    [InlineData("(new Weather().Tools + Fixed.Tools).Where(tool => tool.Name != \"own\")", "both,fixed,shared")]
    [InlineData("new GlobalTools().Tools", "global")]
    public void It_is_there_wherever_the_type_is(string expression, string names)
    {
        var generated = Generated.From("""
            namespace Demo;
            public class Weather { [GlmTool] public int Own() => 1; [GlmTool] public static int Shared() => 2; [GlmTool] public int Both() => 3; }
            public static class Fixed { [GlmTool("fixed")] public static int Only() => 1; }
            public class Outer { public struct Inner { [GlmTool("inner")] public int Only() => 1; } }
            public interface IThing { [GlmTool("thing")] int Only(); }
            public class Thing : IThing { public int Only() => 1; }
            public class Base { [GlmTool] public int OfBase() => 1; }
            public class Derived : Base { }
            public class Both : Base { [GlmTool] public int OfBoth() => 1; }
            [GlmToolSet(Property = "Kit")] public class Named { [GlmTool("named")] public int Only() => 1; }
            """, """
            public class GlobalTools { [GlmTool] public int Global() => 1; }
            """, $$"""
            namespace Elsewhere
            {
                using Demo;
                public static class User { public static GlmToolSet Tools => {{expression}}; }
            }
            """);
        var tools = (GlmToolSet)generated.Type("Elsewhere.User").GetProperty("Tools")!.GetValue(null)!;
        Assert.Equal(names, string.Join(",", tools.Select(static tool => tool.Name)));
    }
}
