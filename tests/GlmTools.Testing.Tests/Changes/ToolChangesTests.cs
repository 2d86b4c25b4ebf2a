using GlmTools.Generators.Locking;
using GlmTools.Testing.Tests.Snapshots;

namespace GlmTools.Testing.Tests.Changes;

public class ToolChangesTests
{
    [Fact]
    public void The_same_tools_have_not_changed() => Assert.Empty(ToolChanges.Between(ForecastTools.Tools.ToJson(), ForecastTools.Tools.ToJson(indented: true)));

    [Fact]
    public void A_renamed_parameter_is_one_change()
    {
        var change = Assert.Single(ToolChanges.Between(ForecastTools.Tools.ToJson(), RenamedForecastTools.Tools.ToJson()));

        Assert.Equal(new ToolChange("get_forecast", null, ToolChangeKind.ParameterRenamed, "/city", "\"city\"", "\"location\""), change);
        Assert.True(change.IsBreaking);
        Assert.Equal("GLM033", change.Id);
        Assert.Equal("Tool 'get_forecast' takes '/city' under another name: \"city\" -> \"location\"", change.Text);
    }

    [Fact]
    public void What_breaks_calls_comes_first()
    {
        var changes = ToolChanges.Between(Tools(("a", """{"x":{"type":"integer"}}"""), ("b", "{}")), Tools(("a", """{"x":{"type":"number"}}"""), ("c", "{}")));
        Assert.Equal(["Tool 'b' is gone, and stored transcripts may call it", "Tool 'a' takes more as '/x': integer -> number", "Tool 'c' is new"], changes.Select(static change => change.Text));
        Assert.Equal([true, false, false], changes.Select(static change => change.IsBreaking));
    }

    [Fact]
    public void A_lock_file_names_the_type_and_is_comparable_with_the_wire()
    {
        const string Lock = """{"version":1,"tools":[{"set":"Demo.A","name":"a","schema":"0","descriptions":"0","description":"","parameters":{"type":"object","properties":{"x":{"type":"integer"}},"required":["x"]}}]}""";
        Assert.Empty(ToolChanges.Between(Lock, Tools(("a", """{"x":{"type":"integer"}}"""))));
        Assert.Equal("Tool 'a' of 'Demo.A' takes less as '/x': integer -> string", Assert.Single(ToolChanges.Between(Lock, Lock.Replace("integer", "string", StringComparison.Ordinal))).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1}")]
    [InlineData("""[{"type":"function","function":{"name":"a"}}]""")]
    public void What_is_no_definition_of_tools_is_refused_with_the_remedy(string json)
    {
        var failure = Assert.Throws<ArgumentException>(() => ToolChanges.Between("[]", json));
        Assert.Equal("after", failure.ParamName);
        Assert.Contains("GlmToolSet.ToJson()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Empty(ToolChanges.Between("\ufeff[]", "[]"));

    // The public kinds are the internal ones, by position.
    [Fact]
    public void Kinds_are_those_of_the_lock_file() => Assert.Equal(Enum.GetNames<LockedChangeKind>(), Enum.GetNames<ToolChangeKind>());

    private static string Tools(params (string Name, string Properties)[] tools) => $"[{string.Join(",", tools.Select(static tool => Tool(tool.Name, tool.Properties)))}]";

    private static string Tool(string name, string properties)
        => """{"type":"function","function":{"name":"N","description":"","parameters":{"type":"object","properties":P,"required":R}}}"""
            .Replace("\"N\"", $"\"{name}\"", StringComparison.Ordinal)
            .Replace(":P", $":{properties}", StringComparison.Ordinal)
            .Replace(":R", properties == "{}" ? ":[]" : ":[\"x\"]", StringComparison.Ordinal);
}
