using System.Text.Json;
using GlmTools.Cli.Tests.Running;
using GlmTools.Cli.Tests.Tools;

namespace GlmTools.Cli.Tests.Commands;

public class SchemaTests
{
    [Theory]
    [InlineData("glm")]
    [InlineData("openai")]
    public async Task The_array_of_the_wire_is_printed(string format)
        => Assert.Equal(DeskTools.Tools.ToJson(indented: true), (await Glmtools.RunAsync("schema", Built.Own, "--set", "DeskTools", "--format", format)).Ok().TrimEnd());

    [Fact]
    public async Task Mcp_gets_schema_and_hints()
    {
        var tools = (await Glmtools.RunAsync("schema", Built.Own, "--set", "DeskTools", "--format", "mcp")).Json.GetProperty("tools").EnumerateArray().ToArray();
        var add = tools.Single(static tool => tool.GetProperty("name").GetString() == "add");

        Assert.Equal("Adds two numbers.", add.GetProperty("description").GetString());
        Assert.True(JsonElement.DeepEquals(DeskTools.Tools.Find("add")!.JsonSchema, add.GetProperty("inputSchema")));
        Assert.True(add.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean());
        Assert.True(tools.Single(static tool => tool.GetProperty("name").GetString() == "discard").GetProperty("annotations").GetProperty("destructiveHint").GetBoolean());
        Assert.Empty(tools.Single(static tool => tool.GetProperty("name").GetString() == "break").GetProperty("annotations").EnumerateObject());
    }

    [Fact]
    public async Task Markdown_is_for_people()
    {
        Assert.Contains("| `/left` | integer", (await Glmtools.RunAsync("schema", Built.Own, "--set", "DeskTools", "--format", "markdown")).Ok(), StringComparison.Ordinal);
        Assert.Contains("--format markdown is no JSON", (await Glmtools.RunAsync("schema", Built.Own, "--format", "markdown", "--json")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tools_of_one_name_need_a_choice()
    {
        Assert.Contains("two types have a tool 'search'", (await Glmtools.RunAsync("schema", Built.Own)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("choose one with --set: GlmTools.Cli.Tests.Tools.Greeter, GlmTools.Cli.Tests.Tools.Stranger", (await Glmtools.RunAsync("call", "search", "{}", "-t", Built.Own)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chinese_description_stays_chinese()
        => Assert.Contains("获取指定城市的天气信息", (await Glmtools.RunAsync("schema", Built.WeatherAgent)).Ok(), StringComparison.Ordinal);
}
