using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Robustness;

/// <summary>Names that collide with those of generated code, of C# or of the framework.</summary>
public class HostileNameTests
{
    // Every name the generator writes itself, keywords, contextual keywords, and pairs that differ little.
    private static readonly string[] Names =
    [
        "reader", "scope", "call", "target", "result", "json", "value", "index", "item0", "item1", "pair0", "present0", "present1", "names", "required",
        "readerValue", "@class", "@event", "@this", "@base", "@default", "@null", "@params", "var", "dynamic", "async", "await", "record", "field", "type",
        "global", "nameof", "_", "__", "@in", "args", "A", "a", "URL", "url", "Δ", "ß", "北京", "\\u0041bc", "Dispatcher", "Definitions", "Policy", "Count", "Invoke",
    ];

    [Fact]
    public async Task Any_name_of_a_parameter_works()
    {
        var tools = Generated.From($$"""
            public static class Hostile
            {
                [GlmTool] public static string All({{string.Join(", ", Names.Select(static (name, i) => $"int {name} = {i}"))}}) => string.Join(",", {{string.Join(", ", Names)}});
                [GlmTool] public static int?[] Lists(int?[] item0, int? present0, int present1, int[] item1) => [item0[0], present0, present1, item1[0]];
                [GlmTool] public static Dictionary<string, List<int?>>? Pairs(Dictionary<string, List<int?>> pair0, int item1, int? present0, int present2) => pair0;
            {{string.Concat(Names.Select(static (name, i) => $"    [GlmTool(\"one_{i}\")] public static Dictionary<string, int?[]?> One{i}(int? {name}) => new() {{ [\"a\"] = [{name}] }};\n"))}}
            }
            """).Tools("Hostile");
        var names = tools["all"].JsonSchema.GetProperty("properties").EnumerateObject().Select(static property => property.Name).ToArray();
        Assert.Equal(Names.Select(static name => name.Replace("\\u0041", "A", StringComparison.Ordinal).TrimStart('@')), names);
        Assert.Equal(string.Join(",", Enumerable.Range(0, Names.Length)), await tools.Call("all"));
        Assert.Equal(
            string.Join(",", Enumerable.Range(100, Names.Length)),
            await tools.Call("all", $"{{{string.Join(",", names.Select(static (name, i) => $"\"{name}\":{100 + i}"))}}}"));
        Assert.Equal("[1,2,3,4]", await tools.Call("lists", """{"item0":[1],"present0":2,"present1":3,"item1":[4]}"""));
        Assert.Equal("""{"a":[1,null]}""", await tools.Call("pairs", """{"pair0":{"a":[1,null]},"item1":1,"present2":3}"""));
        foreach (var (i, name) in names.Index())
        {
            Assert.Equal("""{"a":[7]}""", await tools.Call($"one_{i}", $$"""{"{{name}}":7}"""));
        }
    }

    [Fact]
    public async Task Any_name_of_a_member_works()
    {
        // In JSON, members that differ in the case of their first letter only are the same.
        var names = Names.Where(static name => name is not ("A" or "URL")).ToArray();
        var members = string.Join(", ", names.Select(static (name, i) => $"int {name} = {i}"));
        var tools = Generated.From($$"""
            public record Positional({{members}});
            public class Settable { {{string.Concat(names.Select(static name => $"public int? {name} {{ get; set; }} "))}} }
            public class Initial { {{string.Concat(names.Select(static name => $"public int? {name} {{ get; init; }} "))}} }
            public class Required { {{string.Concat(names.Select(static name => $"public required int {name} {{ get; init; }} "))}} }
            public class Hiding { public new string ToString { get; set; } = ""; public new int GetHashCode { get; init; } public new required string GetType { get; init; } }
            public static class Hostile
            {
                [GlmTool] public static Positional UsePositional(Positional value) => value;
                [GlmTool] public static Settable UseSettable(Settable value) => value;
                [GlmTool] public static Initial UseInitial(Initial value) => value;
                [GlmTool] public static Required UseRequired(Required value) => value;
                [GlmTool] public static Hiding UseHiding(Hiding value) => value;
            }
            """).Tools("Hostile");
        var json = tools["use_positional"].JsonSchema.GetProperty("properties").GetProperty("value").GetProperty("properties")
            .EnumerateObject().Select(static (property, i) => $"\"{property.Name}\":{i + 50}");
        var value = $"{{{string.Join(",", json)}}}";
        foreach (var tool in new[] { "use_positional", "use_settable", "use_initial", "use_required" })
        {
            Assert.Equal(value, await tools.Call(tool, $$"""{"value":{{value}}}"""));
        }

        const string Hiding = """{"toString":"s","getHashCode":1,"getType":"t"}""";
        Assert.Equal(Hiding, await tools.Call("use_hiding", $$"""{"value":{{Hiding}}}"""));
    }

    [Fact]
    public async Task Any_name_of_a_type_works()
    {
        string[] types = ["Task", "String", "GlmTools", "System", "Int32", "ArgumentReader", "GlmToolSet", "Dispatcher", "List", "@class", "@record", "Nullable", "ValueTask", "CancellationToken", "Demo", "北京"];
        var tools = Generated.From($$"""
            namespace Demo;
            {{string.Concat(types.Select(static type => $"public record {type}(int X); public enum {type.TrimStart('@')}Kind {{ {type}, B }} "))}}
            public static class Hostile
            {
            {{string.Concat(types.Select(static (type, i) => $$"""
                    [GlmTool("one_{{i}}")] public static Demo.{{type}}[] One{{i}}(Demo.{{type}} value, {{type.TrimStart('@')}}Kind kind, global::System.Collections.Generic.List<Demo.{{type}}>? more = null) => [value];

                """.Replace("Demo.", "global::Demo.", StringComparison.Ordinal)))}}
            }
            """).Tools("Demo.Hostile");
        foreach (var (i, type) in types.Index())
        {
            Assert.Equal("""[{"x":1}]""", await tools.Call($"one_{i}", $$"""{"value":{"x":1},"kind":"{{type.TrimStart('@')}}"}"""));
        }
    }

    [Theory]
    [InlineData("namespace GlmTools.Something;", "class Own", "GlmTools.Something.Own")]
    [InlineData("namespace Demo.GlmTools.System;", "class Own", "Demo.GlmTools.System.Own")]
    [InlineData("namespace @event.@namespace;", "class @class", "event.namespace.class")]
    [InlineData("namespace Демо.演示;", "class 类", "Демо.演示.类")]
    [InlineData("namespace Demo;", "struct Task", "Demo.Task")]
    [InlineData("namespace Demo;", "class Demo", "Demo.Demo")]
    [InlineData("", "class @record", "record")]
    [InlineData("", "class Dispatcher", "Dispatcher")]
    [InlineData("", "class String", "String")]
    public async Task Any_name_of_a_tool_class_works(string header, string type, string name)
        => Assert.Equal("7", await Generated.From($$"""
            {{header}}
            public {{type}}
            {
                [GlmTool("one")] public int @return(int @int) => @int;
            }
            """).Tools(name).Call("one", """{"int":7}"""));

    [Fact]
    public async Task Classes_whose_names_are_nearly_the_same_are_told_apart()
    {
        var generated = Generated.From("""
            namespace A { public class B_C { [GlmTool] public int One() => 1; } public class Tool { [GlmTool] public int One() => 3; } public class tool { [GlmTool] public int One() => 4; } }
            namespace A_B { public class C { [GlmTool] public int One() => 2; } }
            namespace N { public class O { public class I { [GlmTool] public int One() => 5; } } public class O_I { [GlmTool] public int One() => 6; } }
            """);
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6"],
            await Task.WhenAll(new[] { "A.B_C", "A_B.C", "A.Tool", "A.tool", "N.O+I", "N.O_I" }.Select(type => generated.Tools(type).Call("one"))));
    }

    [Fact]
    public void Names_that_collide_in_a_project_that_does_not_compile_do_not_stop_the_generator()
        => Assert.NotEmpty(GeneratorRun.Of(Sources.Of("""
            namespace Outer { public class Inner { [GlmTool] public int One() => 1; } }
            public class Outer { public class Inner { [GlmTool] public int Two() => 1; } }
            public class Twice { [GlmTool] public int One() => 1; }
            public class Twice { [GlmTool] public int One() => 1; }
            """).Compile()).Files);
}
