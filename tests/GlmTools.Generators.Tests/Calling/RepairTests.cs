using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>What GLM and the servers around it get wrong in ways that leave no doubt: normalised, counted, and never for a destructive tool.</summary>
public class RepairTests
{
    private static Tools Tools => OrderTools.Tools;

    [Theory]
    [InlineData("numbers", """{"normal":"7"}""", "0,0,7,0,0,0,0,0,0", "/normal: read \"7\" without its quotes")]
    [InlineData("numbers", """{"normal":"7.0"}""", "0,0,7,0,0,0,0,0,0", "/normal: read \"7.0\" without its quotes")]
    [InlineData("numbers", """{"huge":"18446744073709551615"}""", "0,0,0,0,0,18446744073709551615,0,0,0", "/huge: read \"18446744073709551615\" without its quotes")]
    [InlineData("numbers", """{"real":"-1.5e3"}""", "0,0,0,0,0,0,0,-1500,0", "/real: read \"-1.5e3\" without its quotes")]
    [InlineData("numbers", """{"single":"0.5"}""", "0,0,0,0,0,0,0.5,0,0", "/single: read \"0.5\" without its quotes")]
    [InlineData("numbers", """{"exact":"0.10"}""", "0,0,0,0,0,0,0,0,0.10", "/exact: read \"0.10\" without its quotes")]
    [InlineData("texts", """{"flag":"true"}""", ",x,Red,True", "/flag: read \"true\" without its quotes")]
    [InlineData("texts", """{"flag":"false"}""", ",x,Red,False", "/flag: read \"false\" without its quotes")]
    [InlineData("texts", """{"colour":"GREEN"}""", ",x,Green,False", "/colour: read \"GREEN\" in the case of the schema")]
    [InlineData("texts", """{"flag":null}""", ",x,Red,False", "/flag: null read as left out")]
    [InlineData("texts", """{"unrelated":{"a":[1,2]},"text":"t"}""", "t,x,Red,False", "/unrelated: ignored, the schema has no such key")]
    [InlineData("move", """{"x":1,"z":2}""", "1,0", "/z: ignored, the schema has no such key")]
    [InlineData("nothing", """{"reason":"none"}""", "nothing", "/reason: ignored, the schema has no such key")]
    public async Task A_slip_that_leaves_no_doubt_is_repaired_and_counted(string tool, string arguments, string expected, string repair)
    {
        var (text, repairs) = await Tools.Repaired(tool, arguments);
        Assert.Equal(expected, text);
        Assert.Equal([repair], repairs);
    }

    [Theory]
    [InlineData("numbers", """{"normal":"seven"}""")]
    [InlineData("numbers", """{"normal":""}""")]
    [InlineData("numbers", """{"normal":"7 8"}""")]
    [InlineData("numbers", """{"normal":"99999999999"}""")]
    [InlineData("numbers", """{"normal":"\"7\""}""")]
    [InlineData("numbers", """{"real":"NaN"}""")]
    [InlineData("numbers", """{"real":"1e400"}""")]
    [InlineData("texts", """{"flag":"True"}""")]
    [InlineData("texts", """{"flag":"1"}""")]
    [InlineData("texts", """{"flag":"{}"}""")]
    public async Task A_slip_that_leaves_a_doubt_is_refused(string tool, string arguments)
        => Assert.Contains("type: ", await Tools.RefusedOnce(tool, arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"number":"7"}""", "/number: read \"7\" without its quotes")]
    [InlineData("""{"number":7,"refund":null}""", "/refund: null read as left out")]
    [InlineData("""{"number":7,"please":true}""", "/please: ignored, the schema has no such key")]
    [InlineData("""{"number":"7","refund":"false"}""", "/number: read \"7\" without its quotes; /refund: read \"false\" without its quotes")]
    public async Task A_destructive_tool_wants_exact_arguments(string arguments, string repairs)
        => Assert.Equal(
            $" exact: exact arguments, because the call cannot be undone | some that had to be repaired ({repairs})",
            await Tools.RefusedOnce("cancel", arguments));

    [Fact]
    public async Task A_destructive_tool_runs_with_exact_arguments()
        => Assert.Equal("cancelled 7, False", await Tools.Call("cancel", """{"refund":false,"number":7}"""));

    [Fact]
    public async Task Repairs_of_a_refused_call_are_told_too()
    {
        var result = await Tools.Invoke("numbers", """{"normal":"7","tiny":1000}""");
        Assert.Equal("/tiny", Assert.Single(result.Error!.Problems).Path);
        Assert.Equal("/normal: read \"7\" without its quotes", Assert.Single(result.Repairs));
    }

    [Fact]
    public async Task A_good_call_has_no_repairs()
        => Assert.Empty((await Tools.Invoke("texts", """{"text":"null","letter":"7","flag":true}""")).Repairs);
}
