using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Locking;

/// <summary>The lock file in a real build: written when asked for, compared otherwise.</summary>
public class LockTargetTests
{
    private const string Shop = """
        namespace Demo;
        public static class Shop
        {
            /// <summary>下单 "now" \ ; 100% $(Shop) @(Tools) */ #endif</summary>
            [GlmTool] public static void Order(string item, int count = 1) { }
        }
        """;

    [Fact]
    public async Task The_target_writes_it_and_the_property_keeps_it_up()
    {
        var changed = Shop.Replace("string item", "string sku", StringComparison.Ordinal);
        using var project = new BuiltProject(Shop);

        // Nothing is compared or written where nobody asked for it.
        Assert.DoesNotContain("GLM", await project.Build("-p:GlmToolsLockUpdate=true"), StringComparison.Ordinal);
        Assert.False(File.Exists(project.LockPath));

        await project.Build("-t:GlmToolsLock");
        Assert.Equal(Project.Of(Shop).WriteLock(), File.ReadAllText(project.LockPath));

        project.Write("Tools.cs", changed);
        Assert.Contains("""Tools.cs(5,34): warning GLM033: Tool 'order' of 'Demo.Shop' takes '/item' under another name: "item" -> "sku";""", await project.Build(), StringComparison.Ordinal);

        // Not even a build that takes warnings for errors can keep a change from being accepted.
        await project.Build("-p:GlmToolsLockUpdate=true", "-warnaserror");
        Assert.Equal(Project.Of(changed).WriteLock(), File.ReadAllText(project.LockPath));
        await project.Build("-warnaserror");
    }
}
