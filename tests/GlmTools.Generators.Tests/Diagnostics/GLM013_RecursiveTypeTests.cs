using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM013_RecursiveTypeTests
{
    private const string Folder = "public record Folder(string Name, Folder[] Folders);";

    [Fact]
    public async Task A_type_that_contains_itself_is_a_hint()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Folder root) { }", Folder))
            .AssertReported("GLM013", "root", "'root.Folders[]' contains 'Folder' within itself, which takes a reference in the schema; models fill those badly, so prefer a flat list with ids");

    [Fact]
    public async Task A_type_that_is_there_twice_is_fine()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Good(Pair pair) { }", "public record Point(int X); public record Pair(Point A, Point B);")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM013\n[GlmTool(Description = \"d\")] public void Bad(Folder root) { }", Folder)).AssertClean();
}
