using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM012_GenericTypeTests
{
    private const string Store = "public class Store<T> { [GlmTool(Description = \"d\")] public int Count() => 0; }";

    [Fact]
    public async Task Tools_of_a_generic_type_are_a_hint()
    {
        var analyzed = await Analyzed.From(Sources.Of(Store));
        analyzed.AssertReported("GLM012", "Store", "'Store' is generic, and a schema needs closed types; its tools appear on the closed types that [assembly: GlmToolSet(typeof(...))] names, and on types marked with [GlmToolSet] that derive from it");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task A_closed_type_that_derives_from_it_is_fine()
        => (await Analyzed.From(Sources.Of($"#pragma warning disable GLM012\n{Store}", "[GlmToolSet] public class Orders : Store<int>;"))).AssertClean();
}
