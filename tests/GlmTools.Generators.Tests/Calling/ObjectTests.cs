using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Records, classes and structs: how they are built, and that what did not come stays as it was.</summary>
public class ObjectTests
{
    private static readonly Lazy<Tools> Tools = new(() => Generated.From("""
        using System.Diagnostics.CodeAnalysis;
        namespace Demo;

        public record Positional(string Name, int Count = 3) { public string Note { get; init; } = "none"; public string? Extra { get; set; } }
        public record Init { public required string Name { get; init; } public string Unit { get; init; } = "C"; public int[] Days { get; init; } = [1, 2]; public int? Limit { get; init; } = 5; }
        public class Mutable { public string Name { get; set; } = "?"; public int Count { get; set; } = 7; public List<string> Tags { get; set; } = ["a"]; public string? Note { get; set; } = "n"; public string ReadOnly => "r"; }
        public struct Plain { public Plain() { } public int X { get; set; } = 1; public int Y { get; init; } = 2; }
        public record struct Positioned(int X, int Y) { public int Z { get; init; } = 9; }
        public readonly record struct Fixed(int X) { public int Y { get; init; } = 4; }
        public class Base { public string Id { get; init; } = "id"; public virtual int Level { get; set; } = 1; }
        public class Derived : Base { public override int Level { get; set; } = 2; public string Own { get; init; } = "own"; }
        public record BaseRecord(string Id) { public string Kind { get; init; } = "base"; }
        public record DerivedRecord(string Id, int Size) : BaseRecord(Id);
        public class Box<T> { public required T Value { get; init; } public int Count { get; set; } = 1; }
        public class Named
        {
            [JsonPropertyName("the name")] public string Name { get; set; } = "";
            [JsonIgnore] public string Hidden { get; set; } = "kept";
            [JsonRequired] public int Count { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int Always { get; set; }
        }
        public class Chosen
        {
            private readonly string _how;
            public Chosen() => _how = "parameterless";
            [JsonConstructor] public Chosen(int count, string by = "x") => _how = $"{count}/{by}";
            public override string ToString() => _how;
        }
        public class Single(string text) { public override string ToString() => text; }
        public record Filled { [SetsRequiredMembers] public Filled(string name) => Name = name; public required string Name { get; init; } public required int Rank { get; init; } }
        public record Partly(string Name, [property: JsonIgnore] int Secret = 42);
        public class Guarded { public string Name { get; set; } = "n"; public string Owner { get; internal set; } = "me"; public string Made { get; private set; } = "here"; }
        public class Keyword { public string @class { get; set; } = ""; public required int @event { get; init; } }
        public record Outer(Outer.Part Inner, Outer.Part? Other = null) { public record Part(int X); }
        public record Many(Outer.Part[] Inners, Dictionary<string, Positional> ByName);

        public sealed class Objects
        {
            [GlmTool] public string UsePositional(Positional value) => $"{value.Name},{value.Count},{value.Note},{value.Extra}";
            [GlmTool] public string UseInit(Init value) => $"{value.Name},{value.Unit},{string.Join("+", value.Days)},{value.Limit}";
            [GlmTool] public string UseMutable(Mutable value) => $"{value.Name},{value.Count},{string.Join("+", value.Tags)},{value.Note}";
            [GlmTool] public string UsePlain(Plain value) => $"{value.X},{value.Y}";
            [GlmTool] public string UsePositioned(Positioned value) => $"{value.X},{value.Y},{value.Z}";
            [GlmTool] public string UseFixed(Fixed? value) => $"{value?.X},{value?.Y}";
            [GlmTool] public string UseDerived(Derived value) => $"{value.Id},{value.Level},{value.Own}";
            [GlmTool] public string UseDerivedRecord(DerivedRecord value) => $"{value.Id},{value.Size},{value.Kind}";
            [GlmTool] public string UseBox(Box<int> number, Box<string> text) => $"{number.Value}x{number.Count},{text.Value}x{text.Count}";
            [GlmTool] public string UseNamed(Named value) => $"{value.Name},{value.Hidden},{value.Count},{value.Note},{value.Always}";
            [GlmTool] public string UseChosen(Chosen value) => $"{value}";
            [GlmTool] public string UseSingle(Single value) => $"{value}";
            [GlmTool] public string UseFilled(Filled value) => $"{value.Name},{value.Rank}";
            [GlmTool] public string UsePartly(Partly value) => $"{value.Name},{value.Secret}";
            [GlmTool] public string UseGuarded(Guarded value) => $"{value.Name},{value.Owner},{value.Made}";
            [GlmTool] public string UseKeyword(Keyword value) => $"{value.@class},{value.@event}";
            [GlmTool] public string UseOuter(Outer value) => $"{value.Inner.X},{value.Other?.X}";
            [GlmTool] public int UseMany(Many many) => many.Inners.Length + many.ByName.Count;
            [GlmTool] public Derived ReturnDerived() => new();
            [GlmTool] public Named ReturnNamed() => new() { Name = "a", Count = 1 };
            [GlmTool] public Partly ReturnPartly() => new("n");
            [GlmTool] public Plain[] ReturnPlain() => [new()];
            [GlmTool] public Outer? ReturnOuter(bool some) => some ? new(new(1)) : null;
            [GlmTool] public Mutable ReturnMutable() => new() { Note = null };
        }
        """).Tools("Demo.Objects"));

    [Theory]
    // Left out: the default of a parameter, the initialiser of a property.
    [InlineData("use_positional", """{"name":"a"}""", "a,3,none,")]
    [InlineData("use_positional", """{"extra":"e","note":"x","count":4,"name":"a"}""", "a,4,x,e")]
    [InlineData("use_init", """{"name":"a"}""", "a,C,1+2,5")]
    [InlineData("use_init", """{"days":[],"unit":"F","name":"a","limit":null}""", "a,F,,")]
    [InlineData("use_mutable", "{}", "?,7,a,n")]
    [InlineData("use_mutable", """{"name":"a","count":0,"tags":[],"note":null}""", "a,0,,")]
    [InlineData("use_plain", "{}", "1,2")]
    [InlineData("use_plain", """{"y":20,"x":10}""", "10,20")]
    [InlineData("use_positioned", """{"x":1,"y":2}""", "1,2,9")]
    [InlineData("use_positioned", """{"z":3,"x":1,"y":2}""", "1,2,3")]
    [InlineData("use_fixed", """{"x":1}""", "1,4")]
    [InlineData("use_fixed", """{"x":1,"y":5}""", "1,5")]
    [InlineData("use_derived", "{}", "id,2,own")]
    [InlineData("use_derived", """{"id":"i","level":5,"own":"o"}""", "i,5,o")]
    [InlineData("use_derived_record", """{"id":"i","size":5}""", "i,5,base")]
    [InlineData("use_derived_record", """{"id":"i","size":5,"kind":"k"}""", "i,5,k")]
    [InlineData("use_named", """{"the name":"a","count":1}""", "a,kept,1,,0")]
    [InlineData("use_named", """{"the name":"a","count":1,"note":"n","always":2}""", "a,kept,1,n,2")]
    [InlineData("use_chosen", """{"count":1}""", "1/x")]
    [InlineData("use_single", """{"text":"t"}""", "t")]
    [InlineData("use_filled", """{"name":"n"}""", "n,0")]
    [InlineData("use_partly", """{"name":"n"}""", "n,42")]
    [InlineData("use_guarded", """{"name":"x"}""", "x,me,here")]
    [InlineData("use_keyword", """{"class":"c","event":1}""", "c,1")]
    [InlineData("use_outer", """{"inner":{"x":1},"other":{"x":2}}""", "1,2")]
    [InlineData("use_outer", """{"inner":{"x":1},"other":null}""", "1,")]
    public async Task An_object_is_built_from_what_came(string tool, string value, string expected)
        => Assert.Equal(expected, await Tools.Value.Call(tool, $$"""{"value":{{value}}}"""));

    [Fact]
    public async Task A_generic_class_is_built_for_each_of_its_arguments()
        => Assert.Equal("1x1,ax2", await Tools.Value.Call("use_box", """{"number":{"value":1},"text":{"value":"a","count":2}}"""));

    [Theory]
    [InlineData("use_mutable", """{"name":null,"count":null,"tags":null}""", "?,7,a,n", 3)]
    [InlineData("use_init", """{"name":"a","unit":null,"days":null}""", "a,C,1+2,5", 2)]
    [InlineData("use_positional", """{"name":"a","count":null,"note":null}""", "a,3,none,", 2)]
    [InlineData("use_plain", """{"x":null,"y":null}""", "1,2", 2)]
    public async Task Null_for_a_member_with_an_initialiser_leaves_it_and_is_counted(string tool, string value, string expected, int repairs)
    {
        var (text, repaired) = await Tools.Value.Repaired(tool, $$"""{"value":{{value}}}""");
        Assert.Equal(expected, text);
        Assert.Equal(repairs, repaired.Count);
        Assert.StartsWith("/value/", repaired[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use_named", """{"the name":"a"}""", "/value/count required: a value, because it is required | nothing")]
    [InlineData("use_named", """{"the name":"a","count":null}""", "/value/count type: an integer | null")]
    [InlineData("use_init", "{}", "/value/name required: a value, because it is required | nothing")]
    [InlineData("use_init", """{"name":null}""", "/value/name type: a string | null")]
    [InlineData("use_keyword", "{}", "/value/event required: a value, because it is required | nothing")]
    [InlineData("use_outer", """{"inner":{}}""", "/value/inner/x required: a value, because it is required | nothing")]
    [InlineData("use_outer", """{"inner":{"x":1},"other":{}}""", "/value/other/x required: a value, because it is required | nothing")]
    [InlineData("use_outer", """{"inner":null}""", "/value/inner type: an object | null")]
    [InlineData("use_outer", "[]", "/value type: an object | an array")]
    public async Task What_an_object_needs_is_asked_for_at_its_place(string tool, string value, string problem)
        => Assert.Equal(problem, await Tools.Value.RefusedOnce(tool, $$"""{"value":{{value}}}"""));

    [Theory]
    [InlineData("use_partly", """{"name":"n","secret":1}""", "n,42")]
    [InlineData("use_named", """{"the name":"a","count":1,"hidden":"x"}""", "a,kept,1,,0")]
    [InlineData("use_guarded", """{"name":"x","owner":"you"}""", "x,me,here")]
    public async Task What_the_model_must_not_set_stays_as_it_was(string tool, string value, string expected)
        => Assert.Equal(expected, (await Tools.Value.Repaired(tool, $$"""{"value":{{value}}}""")).Text);

    [Theory]
    [InlineData("return_derived", """{"id":"id","level":2,"own":"own"}""")]
    [InlineData("return_named", """{"the name":"a","count":1,"always":0}""")]
    [InlineData("return_partly", """{"name":"n"}""")]
    [InlineData("return_plain", """[{"x":1,"y":2}]""")]
    [InlineData("return_mutable", """{"name":"?","count":7,"tags":["a"],"readOnly":"r"}""")]
    public async Task An_object_is_written_with_its_public_members_without_nulls(string tool, string expected)
        => Assert.Equal(expected, await Tools.Value.Call(tool));

    [Fact]
    public async Task A_result_that_is_null_is_written_as_null()
    {
        Assert.Equal("null", await Tools.Value.Call("return_outer", """{"some":false}"""));
        Assert.Equal("""{"inner":{"x":1}}""", await Tools.Value.Call("return_outer", """{"some":true}"""));
    }

    [Fact]
    public async Task A_record_used_twice_is_bound_by_one_method()
        => Assert.Equal("3", await Tools.Value.Call("use_many", """{"many":{"inners":[{"x":1},{"x":2}],"byName":{"a":{"name":"n"}}}}"""));
}
