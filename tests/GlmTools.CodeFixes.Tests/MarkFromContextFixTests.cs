namespace GlmTools.CodeFixes.Tests;

public class MarkFromContextFixTests
{
    [Fact]
    public async Task The_parameter_is_taken_from_the_model()
        => await (await Mending.Of<MarkFromContextFix>("GLM024", """
            public class Case
            {
                [GlmTool(Description = "Lists.")]
                public string List([Description("Whose.")] string userId) => "";
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "Lists.")]
                public string List([Description("Whose.")][FromContext] string userId) => "";
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<MarkFromContextFix>("GLM024", """
            public class Case
            {
                /// <summary>Lists.</summary>
                /// <param name="userId">Whose.</param>
                /// <param name="apiKey">Of the service.</param>
                [GlmTool]
                public string List(string userId, string apiKey = "") => "";
            }
            """)).AssertMendsAll("""
            public class Case
            {
                /// <summary>Lists.</summary>
                /// <param name="userId">Whose.</param>
                /// <param name="apiKey">Of the service.</param>
                [GlmTool]
                public string List([FromContext] string userId, [FromContext] string apiKey = "") => "";
            }
            """);

    [Fact]
    public async Task A_member_of_an_object_is_left_to_a_person()
        => await (await Mending.Of<MarkFromContextFix>("GLM024", """
            public record Login(string Name, string Password);
            public class Case
            {
                [GlmTool(Description = "Logs in.")]
                public string Open([Description("Who.")] Login login) => "";
            }
            """)).AssertOffersNothing();
}
