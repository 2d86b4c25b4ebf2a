namespace GlmTools.CodeFixes.Tests;

public class MakeAccessibleFixTests
{
    [Fact]
    public async Task A_private_tool_becomes_internal()
        => await (await Mending.Of<MakeAccessibleFix>("GLM002", """
            public static class Case
            {
                /// <summary>Rolls a die.</summary>
                [GlmTool]
                private static int Roll() => 4;
            }
            """)).AssertMends("""
            public static class Case
            {
                /// <summary>Rolls a die.</summary>
                [GlmTool]
                internal static int Roll() => 4;
            }
            """);

    [Fact]
    public async Task A_protected_tool_stays_open_to_derived_types()
        => await (await Mending.Of<MakeAccessibleFix>("GLM002", """
            public class Case
            {
                [GlmTool(Description = "Rolls.")]
                protected int Roll() => 4;
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "Rolls.")]
                protected internal int Roll() => 4;
            }
            """);

    [Fact]
    public async Task The_types_around_it_are_opened_too()
        => await (await Mending.Of<MakeAccessibleFix>("GLM002", """
            public class Outer
            {
                class Inner
                {
                    [GlmTool(Description = "Rolls.")] int Roll() => 4;
                }
            }
            """)).AssertMends("""
            public class Outer
            {
                internal class Inner
                {
                    [GlmTool(Description = "Rolls.")] internal int Roll() => 4;
                }
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<MakeAccessibleFix>("GLM002", """
            public class Outer
            {
                private class Inner
                {
                    /// <summary>Rolls.</summary>
                    [GlmTool]
                    private int Roll() => 4;

                    /// <summary>Rolls twice.</summary>
                    [GlmTool]
                    public int RollTwice() => 4;
                }
            }
            """)).AssertMendsAll("""
            public class Outer
            {
                internal class Inner
                {
                    /// <summary>Rolls.</summary>
                    [GlmTool]
                    internal int Roll() => 4;

                    /// <summary>Rolls twice.</summary>
                    [GlmTool]
                    public int RollTwice() => 4;
                }
            }
            """);

    [Fact]
    public async Task A_type_of_one_file_and_an_explicit_implementation_are_left_to_a_person()
        => await (await Mending.Of<MakeAccessibleFix>("GLM002", """
            file class Local { [GlmTool(Description = "a")] public int Roll() => 4; }
            public interface IDie { int Roll(); }
            public class Die : IDie { [GlmTool(Description = "b")] int IDie.Roll() => 4; }
            public ref struct Stack { [GlmTool(Description = "c")] public int Roll() => 4; }
            public class Taken { private enum Hidden { A } [GlmTool(Description = "d")] internal string Show(List<int> sides, int side) => ""; [GlmTool(Description = "e")] private protected virtual int Roll() => 4; }
            public class Derived : Taken { [GlmTool(Description = "f")] private protected override int Roll() => 4; }
            """)).AssertOffersNothing();
}
