namespace GlmTools.CodeFixes.Tests;

public class AddSummaryFixTests
{
    [Fact]
    public async Task The_words_of_the_name_become_the_summary()
        => await (await Mending.Of<AddSummaryFix>("GLM008", """
            public class Case
            {
                [GlmTool]
                public string GetOpeningHoursAsync() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Get opening hours.</summary>
                [GlmTool]
                public string GetOpeningHoursAsync() => "";
            }
            """);

    [Fact]
    public async Task What_is_documented_already_stays()
        => await (await Mending.Of<AddSummaryFix>("GLM008", """
            public class Case
            {
                /// <param name="shop">Which shop.</param>
                [GlmTool] public string Lookup(string shop) => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Lookup.</summary>
                /// <param name="shop">Which shop.</param>
                [GlmTool] public string Lookup(string shop) => "";
            }
            """);

    [Fact]
    public async Task An_empty_summary_is_filled()
        => await (await Mending.Of<AddSummaryFix>("GLM008", """
            public class Case
            {
                /// <summary>
                /// </summary>
                [GlmTool]
                public string Lookup() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Lookup.</summary>
                [GlmTool]
                public string Lookup() => "";
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<AddSummaryFix>("GLM008", """
            public class Case
            {
                // Not a doc comment.
                [GlmTool]
                public string Open() => "";

                [GlmTool]
                public string Close() => "";
            }
            """)).AssertMendsAll("""
            public class Case
            {
                // Not a doc comment.
                /// <summary>Open.</summary>
                [GlmTool]
                public string Open() => "";

                /// <summary>Close.</summary>
                [GlmTool]
                public string Close() => "";
            }
            """);

    [Fact]
    public async Task An_empty_attribute_and_a_line_shared_with_others_are_left_to_a_person()
        => await (await Mending.Of<AddSummaryFix>("GLM008", """
            public class Case
            {
                [GlmTool, Description("")]
                public string A() => "";

                [GlmTool(Description = "")]
                public string B() => "";

                public int C; [GlmTool] public string D() => "";
            }
            """)).AssertOffersNothing();
}
