namespace GlmTools.CodeFixes.Tests;

public class RemoveParamTagFixTests
{
    [Fact]
    public async Task The_tag_goes_with_its_line()
        => await (await Mending.Of<RemoveParamTagFix>("GLM018", """
            public class Case
            {
                /// <summary>Waits.</summary>
                /// <param name="time">How long.</param>
                /// <returns>Nothing.</returns>
                [GlmTool]
                public string Wait() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Waits.</summary>
                /// <returns>Nothing.</returns>
                [GlmTool]
                public string Wait() => "";
            }
            """);

    [Fact]
    public async Task The_tag_goes_with_all_of_its_lines()
        => await (await Mending.Of<RemoveParamTagFix>("GLM018", """
            public class Case
            {
                /// <summary>Waits.</summary>
                /// <param name="time">
                /// How long,
                /// in seconds.
                /// </param>
                [GlmTool]
                public string Wait() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Waits.</summary>
                [GlmTool]
                public string Wait() => "";
            }
            """);

    [Fact]
    public async Task What_shares_its_line_stays()
        => await (await Mending.Of<RemoveParamTagFix>("GLM018", """
            public class Case
            {
                /** <summary>Waits.</summary><param name='time'/> */
                [GlmTool]
                public string Wait() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /** <summary>Waits.</summary> */
                [GlmTool]
                public string Wait() => "";
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<RemoveParamTagFix>("GLM018", """
            public class Case
            {
                /// <summary>Waits.</summary>
                /// <param name="time">How long.</param>
                /// <param name="seconds">How many.</param>
                /// <param name="more">How many more.</param>
                [GlmTool]
                public string Wait(int seconds) => "";

                /// <summary>Sleeps.</summary>
                /// <param name="time">How long.</param>
                [GlmTool]
                public string Sleep() => "";
            }
            """)).AssertMendsAll("""
            public class Case
            {
                /// <summary>Waits.</summary>
                /// <param name="seconds">How many.</param>
                [GlmTool]
                public string Wait(int seconds) => "";

                /// <summary>Sleeps.</summary>
                [GlmTool]
                public string Sleep() => "";
            }
            """);
}
