using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Tools of generic classes, closed where they are used.</summary>
public sealed class GenericClassTests
{
    private const string Repository = """
        namespace Demo;
        public sealed record Order(string Id, int Count);
        public class Repository<T>
        {
            /// <summary>Keeps one.</summary>
            [GlmTool] public T Keep(T item, T[]? more = null) => item;
        }
        """;

    private static readonly Generated Closed = Generated.From(
        "[assembly: GlmToolSet(typeof(Demo.Repository<Demo.Order>))]\n[assembly: GlmToolSet(typeof(Demo.Repository<int>))]\n[assembly: GlmToolSet(typeof(Demo.Repository<int>))]",
        Repository,
        "namespace Demo; public class Derived : Repository<Order>; [GlmToolSet] public sealed class Sealed : Repository<System.Guid>;");

    [Theory]
    [InlineData("Demo.Repository`1[Demo.Order]", """{"item":{"id":"a","count":2}}""", """{"id":"a","count":2}""")]
    [InlineData("Demo.Repository`1[[System.Int32, System.Private.CoreLib]]", """{"item":3,"more":[4]}""", "3")]
    [InlineData("Demo.Sealed", """{"item":"123e4567-e89b-12d3-a456-426614174000"}""", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    public async Task A_closed_class_has_tools_of_its_closed_types(string type, string arguments, string result)
        => Assert.Equal(result, await Closed.Tools(type).Call("keep", arguments));

    [Fact]
    public async Task A_class_that_derives_from_a_closed_one_has_its_tools()
    {
        var tools = Closed.Tools(Activator.CreateInstance(Closed.Type("Demo.Derived"))!, "Demo.Repository`1[Demo.Order]");

        Assert.Equal("""{"id":"a","count":2}""", await tools.Call("keep", """{"item":{"id":"a","count":2}}"""));
    }

    [Fact]
    public void Each_closed_class_gets_one_file_named_after_it()
        => Assert.Equal(["Demo.Repository{Int32}.g.cs", "Demo.Repository{Order}.g.cs", "Demo.Sealed.g.cs"], Closed.Files.Keys.Order(StringComparer.Ordinal));
}
