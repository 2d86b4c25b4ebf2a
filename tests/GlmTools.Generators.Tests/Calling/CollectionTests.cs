using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

public class CollectionTests
{
    private static readonly string[] Lists = ["int[]", "List<int>", "IList<int>", "IReadOnlyList<int>", "ICollection<int>", "IReadOnlyCollection<int>", "IEnumerable<int>"];

    private static readonly string[] Dictionaries = ["Dictionary<string, int>", "IDictionary<string, int>", "IReadOnlyDictionary<string, int>"];

    private static readonly Lazy<Tools> Tools = new(() => Generated.From($$"""
        namespace Demo;
        public record Point(int X, int[] Y);
        public static class Collections
        {
            [GlmTool] public static int Nested(int[][] rows) => rows.Sum(row => row.Sum());
            [GlmTool] public static int[][] ReturnNested() => [[1], [], [2, 3]];
            [GlmTool] public static string Points(List<Point> points) => string.Join(";", points.Select(p => $"{p.X}:{string.Join(",", p.Y)}"));
            [GlmTool] public static Point[] ReturnPoints() => [new(1, [2, 3]), new(4, [])];
            [GlmTool] public static string Groups(Dictionary<string, List<Point>> groups) => string.Join(";", groups.Select(g => $"{g.Key}={g.Value.Count}"));
            [GlmTool] public static Dictionary<string, int?[]> ReturnGroups() => new() { ["a/\"b"] = [1, null], ["北京"] = [] };
            [GlmTool] public static string Maybe(int[]? values, Dictionary<string, int>? map = null) => $"{values?.Length},{map?.Count}";
            [GlmTool] public static int Spread(params string[] words) => words.Length;
        {{string.Concat(Lists.Select((type, i) => $"""
                [GlmTool("list_{i}")] public static int List{i}({type} values) => values.Sum();
                [GlmTool("return_list_{i}")] public static {type} ReturnList{i}() => [1, 2];

            """))}}
        {{string.Concat(Dictionaries.Select((type, i) => $$"""
                [GlmTool("dictionary_{{i}}")] public static string Dictionary{{i}}({{type}} values) => string.Join(";", values);
                [GlmTool("return_dictionary_{{i}}")] public static {{type}} ReturnDictionary{{i}}() => new Dictionary<string, int> { ["a"] = 1 };

            """))}}
        }
        """).Tools("Demo.Collections"));

    public static TheoryData<int> ListCases => [.. Enumerable.Range(0, Lists.Length)];

    public static TheoryData<int> DictionaryCases => [.. Enumerable.Range(0, Dictionaries.Length)];

    [Theory, MemberData(nameof(ListCases))]
    public async Task Every_list_type_binds_and_is_written(int i)
    {
        Assert.Equal("6", await Tools.Value.Call($"list_{i}", """{"values":[1,2,3]}"""));
        Assert.Equal("0", await Tools.Value.Call($"list_{i}", """{"values":[]}"""));
        Assert.Equal("[1,2]", await Tools.Value.Call($"return_list_{i}"));
    }

    [Theory, MemberData(nameof(DictionaryCases))]
    public async Task Every_dictionary_type_binds_and_is_written(int i)
    {
        Assert.Equal("[a, 1];[b, 2]", await Tools.Value.Call($"dictionary_{i}", """{"values":{"a":1,"b":2}}"""));
        Assert.Equal("", await Tools.Value.Call($"dictionary_{i}", """{"values":{}}"""));
        Assert.Equal("""{"a":1}""", await Tools.Value.Call($"return_dictionary_{i}"));
    }

    [Fact]
    public async Task Arrays_of_arrays_bind_and_are_written()
    {
        Assert.Equal("10", await Tools.Value.Call("nested", """{"rows":[[1,2],[],[3,4]]}"""));
        Assert.Equal("[[1],[],[2,3]]", await Tools.Value.Call("return_nested"));
    }

    [Fact]
    public async Task Lists_of_records_bind_and_are_written()
    {
        Assert.Equal("1:2,3;4:", await Tools.Value.Call("points", """{"points":[{"x":1,"y":[2,3]},{"y":[],"x":4}]}"""));
        Assert.Equal("""[{"x":1,"y":[2,3]},{"x":4,"y":[]}]""", await Tools.Value.Call("return_points"));
    }

    [Fact]
    public async Task Dictionaries_of_lists_bind_and_are_written()
    {
        Assert.Equal("北京=1;b=0", await Tools.Value.Call("groups", """{"groups":{"\u5317\u4eac":[{"x":1,"y":[]}],"b":[]}}"""));
        Assert.Equal("""{"a/\"b":[1,null],"北京":[]}""", await Tools.Value.Call("return_groups"));
    }

    [Fact]
    public async Task A_nullable_collection_may_be_left_out_or_null()
    {
        Assert.Equal(",", await Tools.Value.Call("maybe", "{}"));
        Assert.Equal(",", await Tools.Value.Call("maybe", """{"values":null,"map":null}"""));
        Assert.Equal("2,1", await Tools.Value.Call("maybe", """{"values":[1,2],"map":{"a":1}}"""));
    }

    [Fact]
    public async Task A_params_array_is_an_array()
        => Assert.Equal("2", await Tools.Value.Call("spread", """{"words":["a","b"]}"""));

    [Fact]
    public async Task A_problem_in_an_element_names_its_index()
        => Assert.Equal(
            [
                "/rows/0/1 type: an integer | \"x\"",
                "/rows/2 type: an array | an object",
                "/rows/3/0 type: an integer | an array",
            ],
            await Tools.Value.Refused("nested", """{"rows":[[1,"x"],[],{"a":[1]},[[5],6]]}"""));

    [Fact]
    public async Task A_problem_in_a_dictionary_names_its_key()
        => Assert.Equal(
            [
                "/groups/a~1b/0/x type: an integer | null",
                "/groups/a~1b/1/x required: a value, because it is required | nothing",
                "/groups/北京 type: an array | 7",
            ],
            await Tools.Value.Refused("groups", """{"groups":{"a/b":[{"x":null,"y":[]},{"y":[1]}],"北京":7}}"""));

    [Fact]
    public async Task A_key_that_comes_twice_is_refused()
        => Assert.Equal(
            "/values/a uniqueKeys: each key once | a second one",
            await Tools.Value.RefusedOnce("dictionary_0", """{"values":{"a":1,"a":2}}"""));

    [Fact]
    public async Task An_element_that_is_not_nullable_may_not_be_null()
        => Assert.Equal("/values/1 type: an integer | null", await Tools.Value.RefusedOnce("list_1", """{"values":[1,null]}"""));
}
