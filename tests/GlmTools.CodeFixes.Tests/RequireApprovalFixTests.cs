namespace GlmTools.CodeFixes.Tests;

public class RequireApprovalFixTests
{
    [Fact]
    public async Task The_approval_is_required()
        => await (await Mending.Of<RequireApprovalFix>("GLM045", """
            public class Case
            {
                [GlmTool(Description = "Sends it.", Confirmation = "Send it?")]
                public void One() { }

                [GlmTool(Confirmation = "Send it?", RequiresApproval = false, Description = "Sends it too.")]
                public void Two() { }
            }
            """)).AssertMendsAll("""
            public class Case
            {
                [GlmTool(Description = "Sends it.", Confirmation = "Send it?", RequiresApproval = true)]
                public void One() { }

                [GlmTool(Confirmation = "Send it?", RequiresApproval = true, Description = "Sends it too.")]
                public void Two() { }
            }
            """);
}
