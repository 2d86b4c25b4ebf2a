using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Every shape a tool method can have.</summary>
public class ReturnTests
{
    private static readonly Lazy<Generated> Sources = new(() => Generated.From("""
        namespace Demo;
        public record Weather(string City, double Degrees);
        public interface IForecast { [GlmTool("forecast")] Task<string> ForecastAsync(int days); }
        public sealed class Forecast : IForecast { public Task<string> ForecastAsync(int days) => Task.FromResult($"{days} days"); }
        public struct Meter(int start) { private int _count = start; public Meter() : this(5) { } [GlmTool] public int Count() => ++_count; [GlmTool] public static string Unit() => "m"; }
        public class Mother { [GlmTool] public virtual string Speak() => "mother"; }
        public class Child : Mother { public override string Speak() => "child"; }
        public partial class Parted { [GlmTool] public partial string Say(string text); }
        public partial class Parted { public partial string Say(string text) => text; }

        public class Shapes
        {
            public static string Log = "";
            [GlmTool] public void Void() => Log += "v";
            [GlmTool] public Task Task() { Log += "t"; return System.Threading.Tasks.Task.CompletedTask; }
            [GlmTool] public async ValueTask ValueTaskAsync() { await System.Threading.Tasks.Task.Yield(); Log += "w"; }
            [GlmTool] public string Text() => "文 \"x\"";
            [GlmTool] public string? NoText() => null;
            [GlmTool] public async Task<string> TextAsync() { await System.Threading.Tasks.Task.Yield(); return "later"; }
            [GlmTool] public ValueTask<string?> NoTextAsync() => new((string?)null);
            [GlmTool] public int Number() => 7;
            [GlmTool] public async Task<int> NumberAsync() { await System.Threading.Tasks.Task.Yield(); return 8; }
            [GlmTool] public ValueTask<Weather> WeatherAsync() => new(new Weather("北京", 22.5));
            [GlmTool] public Task<Weather?> NoWeatherAsync() => System.Threading.Tasks.Task.FromResult<Weather?>(null);
            [GlmTool] public ref readonly int Reference() => ref Cell[0];
            [GlmTool] public double NotFinite(bool nan) => nan ? double.NaN : double.PositiveInfinity;
            [GlmTool] public string Half() => "\ud83d!";
            [GlmTool] public string[] Halves() => ["\ud83d!"];
            [GlmTool] public Task<List<Weather>> ManyAsync() => System.Threading.Tasks.Task.FromResult<List<Weather>>([new("a", 1), new("b", 2)]);
            [GlmTool] internal string Internal() => "internal";
            [GlmTool] protected internal string ProtectedInternal() => "protected internal";
            [GlmTool] public static string Static() => "static";
            [GlmTool] public string Host(GlmToolContext context, string text, CancellationToken cancellationToken, int count = 2) => $"{context.State},{context.CallId},{text},{count},{cancellationToken.CanBeCanceled}";
            [GlmTool] public string MaybeHost(CancellationToken cancellationToken = default, GlmToolContext? context = null) => $"{context is not null},{cancellationToken.CanBeCanceled}";
            [GlmTool("over_int")] public string Over(int value) => $"int {value}";
            [GlmTool("over_string")] public string Over(string value) => $"string {value}";
            [GlmTool("over_two")] public string Over2(string value) => $"two {value}";
            private static readonly int[] Cell = [42];
        }
        """));

    private static Tools Shapes => Sources.Value.Tools("Demo.Shapes");

    [Theory]
    [InlineData("void", "ok")]
    [InlineData("task", "ok")]
    [InlineData("value_task", "ok")]
    [InlineData("text", "文 \"x\"")]
    [InlineData("no_text", "null")]
    [InlineData("number", "7")]
    [InlineData("weather", """{"city":"北京","degrees":22.5}""")]
    [InlineData("no_weather", "null")]
    [InlineData("reference", "42")]
    [InlineData("half", "\ufffd!")]
    [InlineData("halves", "[\"\uFFFD!\"]")]
    [InlineData("many", """[{"city":"a","degrees":1},{"city":"b","degrees":2}]""")]
    [InlineData("internal", "internal")]
    [InlineData("protected_internal", "protected internal")]
    [InlineData("static", "static")]
    public async Task A_result_becomes_text(string tool, string expected) => Assert.Equal(expected, await Shapes.Call(tool));

    [Fact]
    public async Task Asynchronous_results_are_awaited()
    {
        var log = Sources.Value.Type("Demo.Shapes").GetField("Log")!;
        log.SetValue(null, "");
        foreach (var tool in new[] { "void", "task", "value_task" })
        {
            Assert.Equal("ok", await Shapes.Call(tool));
        }

        Assert.Equal("vtw", log.GetValue(null));
    }

    [Fact]
    public async Task Numbers_that_JSON_cannot_hold_become_text()
    {
        Assert.Equal("\"NaN\"", await Shapes.Call("not_finite", """{"nan":true}"""));
        Assert.Equal("\"Infinity\"", await Shapes.Call("not_finite", """{"nan":false}"""));
    }

    [Fact]
    public async Task Context_and_token_come_from_the_host()
    {
        using var source = new CancellationTokenSource();
        var context = new GlmToolContext { State = "Li", CallId = "call_1" };
        Assert.Equal("Li,call_1,a,2,True", (await Shapes.Invoke("host", """{"text":"a"}""", context, source.Token)).Text);
        Assert.Equal("True,True", (await Shapes.Invoke("maybe_host", "", null, source.Token)).Text);
    }

    [Fact]
    public void Context_and_token_are_not_in_the_schema()
    {
        Assert.Equal(
            """{"type":"object","properties":{"text":{"type":"string"},"count":{"type":"integer","default":2}},"required":["text"]}""",
            Shapes["host"].JsonSchema.GetRawText());
        Assert.Equal("""{"type":"object","properties":{}}""", Shapes["maybe_host"].JsonSchema.GetRawText());
    }

    [Fact]
    public async Task The_model_cannot_fill_in_for_the_host()
    {
        var (text, repairs) = await Shapes.Repaired("host", """{"text":"a","context":{"state":"evil"},"cancellationToken":null}""");
        Assert.Equal(",,a,2,False", text);
        Assert.Equal(2, repairs.Count);
    }

    [Fact]
    public async Task Overloads_are_told_apart()
    {
        Assert.Equal("int 1", await Shapes.Call("over_int", """{"value":1}"""));
        Assert.Equal("string 1", await Shapes.Call("over_string", """{"value":"1"}"""));
        Assert.Equal("two 1", await Shapes.Call("over_two", """{"value":"1"}"""));
    }

    [Fact]
    public async Task A_tool_of_an_interface_is_called_on_what_implements_it()
    {
        var forecast = Activator.CreateInstance(Sources.Value.Type("Demo.Forecast"))!;
        Assert.Equal("3 days", await Sources.Value.Tools(forecast, "Demo.IForecast").Call("forecast", """{"days":3}"""));
    }

    [Fact]
    public async Task A_tool_of_a_base_class_is_called_on_the_derived_object()
    {
        var child = Activator.CreateInstance(Sources.Value.Type("Demo.Child"))!;
        Assert.Equal("child", await Sources.Value.Tools(child, "Demo.Mother").Call("speak"));
    }

    [Fact]
    public async Task A_struct_keeps_its_state_between_calls_of_one_set()
    {
        var meter = Sources.Value.Tools("Demo.Meter");
        Assert.Equal("6", await meter.Call("count"));
        Assert.Equal("7", await meter.Call("count"));
        Assert.Equal("m", await Sources.Value.StaticTools("Demo.Meter").Call("unit"));
    }

    [Fact]
    public async Task A_partial_method_is_one_tool()
        => Assert.Equal("a", await Sources.Value.Tools("Demo.Parted").Call("say", """{"text":"a"}"""));
}
