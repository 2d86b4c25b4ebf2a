namespace GlmTools.CodeFixes.Tests;

public class NamePropertyFixTests
{
    [Fact]
    public async Task The_type_is_told_another_name()
        => await (await Mending.Of<NamePropertyFix>("GLM009", """
            /// <summary>A shed.</summary>
            public class Shed
            {
                public List<string> Tools { get; } = [];

                [GlmTool(Description = "Counts the tools.")]
                public int Count() => Tools.Count;
            }
            """)).AssertMends("""
            /// <summary>A shed.</summary>
            [GlmToolSet(Property = "GlmTools")]
            public class Shed
            {
                public List<string> Tools { get; } = [];

                [GlmTool(Description = "Counts the tools.")]
                public int Count() => Tools.Count;
            }
            """);

    [Fact]
    public async Task A_name_that_is_taken_too_is_replaced()
        => await (await Mending.Of<NamePropertyFix>("GLM009", """
            [GlmToolSet(Property = "Many")]
            public class Shed
            {
                public int Many, GlmTools;

                [GlmTool(Description = "Counts the tools.")]
                public int Count() => 0;
            }
            """)).AssertMends("""
            [GlmToolSet(Property = "ModelTools")]
            public class Shed
            {
                public int Many, GlmTools;

                [GlmTool(Description = "Counts the tools.")]
                public int Count() => 0;
            }
            """);

    [Fact]
    public async Task A_name_that_cannot_be_is_replaced()
        => await (await Mending.Of<NamePropertyFix>("GLM014", """
            public static class Tools
            {
                [GlmTool(Description = "Rolls.")]
                public static int Roll() => 4;
            }
            """)).AssertMends("""
            [GlmToolSet(Property = "GlmTools")]
            public static class Tools
            {
                [GlmTool(Description = "Rolls.")]
                public static int Roll() => 4;
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<NamePropertyFix>("GLM009", """
            public class A
            {
                public int Tools;

                [GlmTool(Description = "Rolls.")]
                public int Roll() => 4;
            }

            [GlmToolSet]
            public interface B
            {
                int Tools { get; }

                [GlmTool(Description = "Rolls.")]
                int Roll();
            }
            """)).AssertMendsAll("""
            [GlmToolSet(Property = "GlmTools")]
            public class A
            {
                public int Tools;

                [GlmTool(Description = "Rolls.")]
                public int Roll() => 4;
            }

            [GlmToolSet(Property = "GlmTools")]
            public interface B
            {
                int Tools { get; }

                [GlmTool(Description = "Rolls.")]
                int Roll();
            }
            """);
}
