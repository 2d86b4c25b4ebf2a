using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class ExplainTests
{
    [Fact]
    public async Task Repairs_are_listed_with_what_the_method_gets()
    {
        var text = (await Glmtools.RunAsync("explain", """```json {"left":"2",}```""", "--tool", "add", "-t", Built.Own)).Ok().ReplaceLineEndings("\n");

        Assert.StartsWith("repaired:\n  ", text, StringComparison.Ordinal);
        Assert.Contains("""read "2" without its quotes""", text, StringComparison.Ordinal);
        Assert.EndsWith("the method gets:\n  {\"left\":2}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_listed_with_what_the_model_is_told()
    {
        var printed = await Glmtools.RunAsync("explain", """{"left":-1}""", "--tool", "add", "-t", Built.Own);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("  /left: expected at least 0 and at most 100, got -1 (minimum)", printed.Out, StringComparison.Ordinal);
        Assert.Contains("the model is told:", printed.Out, StringComparison.Ordinal);
        Assert.Contains("""A call that fits: {"left":1}""", printed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repaired_call_of_a_destructive_tool_is_refused()
    {
        var json = (await Glmtools.RunAsync("explain", """{"what":"all","how":"fast"}""", "--tool", "discard", "-t", Built.Own, "--json")).Json;

        Assert.False(json.GetProperty("fits").GetBoolean());
        Assert.Equal("exact", json.GetProperty("problems")[0].GetProperty("rule").GetString());
        Assert.StartsWith("Error: the arguments of discard", json.GetProperty("told").GetString(), StringComparison.Ordinal);
    }
}
