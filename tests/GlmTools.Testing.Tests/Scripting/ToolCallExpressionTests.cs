using System.Linq.Expressions;
using System.Numerics;
using System.Text;

namespace GlmTools.Testing.Tests.Scripting;

/// <summary>What the script writes is what the binder reads, without a repair.</summary>
public class ToolCallExpressionTests
{
    private static readonly GlmToolSet Kinds = IKinds.ToolsFromServices;

    [Fact]
    public void Scalars_are_written_as_the_schema_has_them()
        => AssertBinds(
            t => t.Scalars("城市 😀", 'x', true, 1L << 60, Int128.MaxValue, BigInteger.Pow(10, 30), (Half)1.5, 12.50m, Guid.Empty, new Uri("https://z.ai/a b"), new Version(1, 2), new byte[] { 1, 2 },
                new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)), new DateOnly(2026, 11, 22), new TimeOnly(8, 30), TimeSpan.FromMinutes(90), null, 3),
            """{"text":"城市 😀","letter":"x","flag":true,"big":1152921504606846976,"huge":170141183460469231731687303715884105727,"endless":1000000000000000000000000000000,"half":1.5,"money":12.50,"id":"00000000-0000-0000-0000-000000000000","link":"https://z.ai/a%20b","version":"1.2","bytes":"AQI=","at":"2026-11-22T08:00:00+08:00","day":"2026-11-22","time":"08:30:00","duration":"PT1H30M","some":3}""");

    [Fact]
    public void Enums_go_by_their_names_and_defaults_are_left_out()
    {
        AssertBinds(t => t.Names(Color.Green, Days.Weekend), """{"color":"dark green","days":["Saturday","Sunday"]}""");
        AssertBinds(t => t.Names(Color.Red, Days.None, Color.Red, Color.Green), """{"color":"Red","days":[],"maybe":"Red","usual":"dark green"}""");
    }

    [Fact]
    public void Collections_nest()
    {
        var counts = new Dictionary<Color, int> { [Color.Green] = 2 };
        AssertBinds(
            t => t.Many(new[] { new Point(1, 2), new Point(3, 4, "c") }, new HashSet<Color> { Color.Green }, counts, new[] { new[] { 1 }, new[] { 2, 3 } }),
            """{"points":[{"x":1,"y-axis":2},{"x":3,"y-axis":4,"label":"c"}],"colors":["dark green"],"counts":{"dark green":2},"matrix":[[1],[2,3]]}""");
    }

    [Fact]
    public void A_union_says_which_case_it_is()
        => AssertBinds(
            t => t.Unions(new Shape.Line(new Point(0, 0), new Point(1, 1)), new Pay[] { new Card("4711") }),
            """{"shape":{"$type":"Line","from":{"x":0,"y-axis":0},"to":{"x":1,"y-axis":1}},"pays":[{"kind":"card","number":"4711"}]}""");

    [Fact]
    public void A_tuple_goes_by_the_names_of_its_elements()
    {
        var by = (X: 1, DistanceY: 2.5);
        AssertBinds(t => t.Move(by), """{"by":{"x":1,"distanceY":2.5}}""");
    }

    [Fact]
    public void Names_are_those_of_the_attribute_or_of_the_method()
    {
        Assert.Equal("get_current_weather", ToolCallExpression.Read((Expression<Action<WeatherTools>>)(t => t.GetCurrentWeather("北京"))).Tool);
        Assert.Equal("get_time", ToolCallExpression.Read((Expression<Action<WeatherTools>>)(t => t.GetTimeAsync())).Tool);
    }

    [Fact]
    public void What_is_no_tool_is_refused()
    {
        var script = new ScriptedGlm();
        Assert.Contains("WeatherTools.NoTool has no [GlmTool]", Assert.Throws<ArgumentException>(() => script.Call<WeatherTools>(t => t.NoTool())).Message, StringComparison.Ordinal);
        Assert.Contains("'location' is made of the tools themselves", Assert.Throws<ArgumentException>(() => script.Call<WeatherTools>(t => t.GetCurrentWeather(t.NoTool()))).Message, StringComparison.Ordinal);
    }

    private static void AssertBinds(Expression<Action<IKinds>> call, string arguments)
    {
        var read = ToolCallExpression.Read(call);
        Assert.Equal(arguments, read.Arguments);
        var bound = Kinds.Find(read.Tool)!.Validate(Encoding.UTF8.GetBytes(read.Arguments));
        Assert.True(bound.IsValid, bound.Error?.ToString());
        Assert.Empty(bound.Repairs);
    }
}
