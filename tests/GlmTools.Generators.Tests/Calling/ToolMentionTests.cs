using System.Runtime.CompilerServices;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Tools that are asked for by a type argument, as registrations in a container do.</summary>
public class ToolMentionTests
{
    private const string File = "GlmTools-tools.g.cs";

    private const string Types = """
        namespace Demo;
        public class Shop(Action<string> log) { [GlmTool] public string Buy(string what) { log(what); return what; } [GlmTool] public static int Count() => 1; }
        public class Clock { [GlmTool] public static int Now() => 1; }
        [GlmToolSet(Property = "Offers")] public interface IStore { [GlmTool] int Offer(); }
        public struct Value { [GlmTool] public int Get() => 1; }
        public class Nothing { public int Get() => 1; }
        public class Generic<T> { public GlmToolSet Get() => null!; }
        public static class Services { public static void AddGlmTools<T>(this object services) { } public static GlmToolSet FromServices<T>() => null!; }
        """;

    [Theory]
    [InlineData("GlmToolSet.FromServices<Shop>();", "Shop.ToolsFromServices")]
    [InlineData("_ = GlmTools.GlmToolSet.FromServices<Demo.Shop>();", "Shop.ToolsFromServices")]
    [InlineData("services.AddGlmTools<Shop>();", "Shop.ToolsFromServices")]
    [InlineData("services.AddGlmTools<Shop>(\"agent\").ToString();", "Shop.ToolsFromServices")]
    [InlineData("services.AddGlmTools<Shop>", "Shop.ToolsFromServices")]
    [InlineData("services.AddGlmTools<Clock>();", "Clock.Tools")]
    [InlineData("services.AddGlmTools<IStore>();", "IStore.OffersFromServices")]
    public void A_type_that_is_named_is_known(string statement, string property)
        => Assert.Contains($"if (type == typeof(global::Demo.{property.Split('.')[0]})) return global::Demo.{property};", Files(statement)[File], StringComparison.Ordinal);

    [Theory]
    [InlineData("Services.FromServices<Shop>();")]
    [InlineData("services.AddGlmTools<Nothing>();")]
    [InlineData("services.AddGlmTools<Value>();")]
    [InlineData("services.AddGlmTools<T>();")]
    [InlineData("services.AddGlmTools<Missing>();")]
    [InlineData("services.AddGlmTools<Shop, Shop>();")]
    [InlineData("services.AddGlmTools<>();")]
    [InlineData("services.AddGlmTools();")]
    [InlineData("_ = Shop.ToolsFromServices;")]
    public void What_is_something_else_is_not(string statement) => Assert.DoesNotContain(File, Files(statement).Keys);

    [Fact]
    public void Each_type_is_known_once_in_an_order_that_does_not_depend_on_where_it_is_named()
    {
        var one = Generated.From(Types, Use("GlmToolSet.FromServices<Shop>(); GlmToolSet.FromServices<Clock>(); GlmToolSet.FromServices<Shop>();")).Files[File];
        var other = Generated.From(Types, Use("GlmToolSet.FromServices<Clock>(); GlmToolSet.FromServices<Shop>();")).Files[File];

        Assert.Equal(other, one);
        Assert.Equal(2, one.Split("typeof(").Length - 1);
    }

    [Fact]
    public async Task Its_objects_come_from_the_services_of_each_call()
    {
        var generated = Generated.From(Types, "namespace Demo; public static class Uses { public static GlmToolSet Shop() => GlmToolSet.FromServices<Shop>(); }");
        var bought = new List<string>();
        var shop = Activator.CreateInstance(generated.Type("Demo.Shop"), (Action<string>)bought.Add)!;

        var tools = (GlmToolSet)generated.Type("Demo.Uses").GetMethod("Shop")!.Invoke(null, null)!;
        var result = await tools.Find("buy")!.InvokeAsync("""{"what":"tea"}"""u8.ToArray(), new() { Services = new Single(shop) });

        Assert.Equal(["buy", "count"], tools.Select(static tool => tool.Name));
        Assert.Equal("tea", result.Text);
        Assert.Equal(["tea"], bought);
    }

    [Fact]
    public void A_type_of_a_library_is_known_where_it_is_named()
    {
        using var image = new MemoryStream();
        var library = GeneratorRun.Of(Sources.Of("namespace Lib; [GlmToolSet(Property = \"Things\")] public class Depot { [GlmTool] public int Stock() => 3; }").Compile().WithAssemblyName("Lib"));
        Assert.True(library.Output.Emit(image).Success);
        var program = Generated.From(Sources.Of("public static class Uses { public static GlmToolSet Get() => GlmToolSet.FromServices<Lib.Depot>(); }"), MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Contains("return global::Lib.Depot.ThingsFromServices;", program.Files[File], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_nobody_named_is_refused_with_a_remedy()
    {
        var generated = Generated.From("namespace Demo; public class Hidden { [GlmTool] public int Get() => 1; } public static class Uses { public static GlmToolSet Of<T>() where T : class => GlmToolSet.FromServices<T>(); public static GlmToolSet Get() => Of<Hidden>(); }");
        RuntimeHelpers.RunModuleConstructor(generated.Type("Demo.Uses").Module.ModuleHandle);

        var refused = Assert.Throws<GlmException>(generated.Type("Demo.Uses").GetMethod("Get")!.CreateDelegate<Func<GlmToolSet>>());

        Assert.Contains("No tools are known for Demo.Hidden: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("name the type directly", refused.Message, StringComparison.Ordinal);
    }

    // Not compiled, because a developer types the call before it is right.
    private static IReadOnlyDictionary<string, string> Files(string statement) => GeneratorRun.Of(Sources.Of(Types, Use(statement)).Compile()).Files;

    private static string Use(string statements) => $$"""namespace Demo; public static class Uses { public static void Use<T>(object services) { {{statements}} } }""";

    private sealed class Single(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}
