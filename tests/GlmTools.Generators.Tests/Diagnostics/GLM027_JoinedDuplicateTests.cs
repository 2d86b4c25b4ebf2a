using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM027_JoinedDuplicateTests
{
    private const string Message = "Both sides have a tool named 'search', so that joining them throws; name one of them differently: [GlmTool(\"...\")]";

    private const string Types = """
        public class Shop { [GlmTool(Description = "a")] public void Search() { } [GlmTool(Description = "s")] public static void Open() { } }
        public class Library { [GlmTool(Description = "b")] public void Search() { } }
        public class Archive : Library { [GlmTool(Description = "c")] public void Store() { } }
        public static class Web { [GlmTool("search", Description = "d")] public static void Find() { } }
        [GlmToolSet(Property = "All")] public static class Named { [GlmTool("search", Description = "e")] public static void Find() { } }
        """;

    [Theory]
    [InlineData("new Shop().Tools + new Library().Tools", "new Library().Tools")]
    [InlineData("new Shop().Tools + new Archive().Tools", "new Archive().Tools")]
    [InlineData("Web.Tools + new Shop().Tools", "new Shop().Tools")]
    [InlineData("Web.Tools + Named.All", "Named.All")]
    [InlineData("(new Shop().Tools) + ((new Library().Tools))", "new Library().Tools")]
    [InlineData("GlmToolSet.Empty + Web.Tools + (GlmToolSet.Empty + new Shop().Tools)", "new Shop().Tools")]
    public async Task Sets_that_cannot_be_joined_are_a_warning(string join, string squiggle)
        => (await Analyzed.From(Of(join))).AssertReported("GLM027", squiggle, Message);

    [Theory]
    [InlineData("new Shop().Tools + GlmToolSet.Empty")]
    [InlineData("Shop.Tools + new Library().Tools")]
    [InlineData("new Shop().Tools + new Library().Tools.Where(tool => tool.Name != \"search\")")]
    [InlineData("new Shop().Tools.Count > 1 ? new Shop().Tools : new Library().Tools")]
    public async Task Sets_that_can_be_joined_or_are_not_are_fine(string join) => (await Analyzed.From(Of(join))).AssertClean();

    [Fact]
    public async Task Tools_of_a_referenced_assembly_count_too()
    {
        using var image = new MemoryStream();
        Assert.True(GeneratorRun.Of(Sources.Of(Types).Compile()).Output.WithAssemblyName("Library").Emit(image).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        var source = Sources.Of("public static class Here { [GlmTool(Description = \"d\")] public static void Search() { } public static GlmToolSet All => new Library().Tools + Here.Tools; }");
        var found = await Analyzed.Analyze((CSharpCompilation)GeneratorRun.Of(source.Compile(reference)).Output);
        Assert.Equal(new Finding("GLM027", "Here.Tools", Message), Finding.Of(Assert.Single(found)));
    }

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.From(Of("\n#pragma warning disable GLM027\nnew Shop().Tools + new Library().Tools"))).AssertClean();

    private static Sources Of(string join) => Sources.Of($"{Types}\npublic static class Program {{ public static GlmToolSet Joined => {join}; }}");
}
