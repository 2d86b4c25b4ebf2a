namespace GlmTools.CodeFixes.Tests;

public class DeclareDestructiveFixTests
{
    [Fact]
    public async Task The_effect_is_declared()
        => await (await Mending.Of<DeclareDestructiveFix>("GLM025", """
            public class Case
            {
                /// <summary>Deletes it.</summary>
                [GlmTool]
                public void Delete() { }
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Deletes it.</summary>
                [GlmTool(Effect = GlmToolEffect.Destructive)]
                public void Delete() { }
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<DeclareDestructiveFix>("GLM025", """
            public class Case
            {
                [GlmTool("drop_it", Description = "Drops it.")]
                public void Drop() { }

                [Obsolete, GlmTools.GlmTool(Description = "Sends it.")]
                public void Send() { }
            }
            """)).AssertMendsAll("""
            public class Case
            {
                [GlmTool("drop_it", Description = "Drops it.", Effect = GlmToolEffect.Destructive)]
                public void Drop() { }

                [Obsolete, GlmTools.GlmTool(Description = "Sends it.", Effect = GlmToolEffect.Destructive)]
                public void Send() { }
            }
            """);
}
