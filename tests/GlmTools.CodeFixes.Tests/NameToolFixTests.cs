namespace GlmTools.CodeFixes.Tests;

public class NameToolFixTests
{
    [Fact]
    public async Task An_invalid_name_is_made_valid()
        => await (await Mending.Of<NameToolFix>("GLM003", """
            public class Case
            {
                [GlmTool("get.the weather!", Description = "d")]
                public string Get() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool("get_the_weather", Description = "d")]
                public string Get() => "";
            }
            """);

    [Fact]
    public async Task What_is_left_of_a_name_in_another_script_is_kept()
        => await (await Mending.Of<NameToolFix>("GLM003", """
            public class Case
            {
                /// <summary>获取天气</summary>
                [GlmTool]
                public string Get天气() => "";
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>获取天气</summary>
                [GlmTool("get")]
                public string Get天气() => "";
            }
            """);

    [Fact]
    public async Task A_name_without_a_letter_to_keep_is_left_to_a_person()
        => await (await Mending.Of<NameToolFix>("GLM003", """
            public class Case
            {
                [GlmTool(Description = "获取天气")]
                public string 天气() => "";
            }
            """)).AssertOffersNothing();

    [Fact]
    public async Task An_overload_is_named_after_what_it_takes()
        => await (await Mending.Of<NameToolFix>("GLM004", """
            public class Case
            {
                [GlmTool(Description = "By id.")]
                public string Find([Description("The id.")] int id) => "";

                [GlmTool(Description = "By name.")]
                public string Find([Description("The name.")] string fullName, GlmToolContext context) => "";
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "By id.")]
                public string Find([Description("The id.")] int id) => "";

                [GlmTool("find_by_full_name", Description = "By name.")]
                public string Find([Description("The name.")] string fullName, GlmToolContext context) => "";
            }
            """);

    [Fact]
    public async Task All_of_them_get_different_names()
        => await (await Mending.Of<NameToolFix>("GLM004", """
            public class Case
            {
                [GlmTool("find", Description = "a")]
                public string A([Description("x")] int id) => "";

                [GlmTool(name: "find", Description = "b")]
                public string B([Description("x")] string id) => "";

                [GlmTool("find", Description = "c")]
                public string C([Description("x")] Guid id) => "";

                [GlmTool("find", Description = "d")]
                public string D() => "";

                [GlmTool("find_2", Description = "e")]
                public string E() => "";
            }
            """)).AssertMendsAll("""
            public class Case
            {
                [GlmTool("find", Description = "a")]
                public string A([Description("x")] int id) => "";

                [GlmTool(name: "find_by_id", Description = "b")]
                public string B([Description("x")] string id) => "";

                [GlmTool("find_3", Description = "c")]
                public string C([Description("x")] Guid id) => "";

                [GlmTool("find_4", Description = "d")]
                public string D() => "";

                [GlmTool("find_2", Description = "e")]
                public string E() => "";
            }
            """);
}
