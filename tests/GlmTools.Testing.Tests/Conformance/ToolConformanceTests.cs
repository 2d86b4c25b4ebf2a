namespace GlmTools.Testing.Tests.Conformance;

public class ToolConformanceTests
{
    [Fact]
    public async Task Schema_and_binder_agree_about_every_rule()
    {
        var report = await ToolConformance.Verify(LimitTools.Tools);

        Assert.Empty(report.Untested);
        Assert.Equal(LimitTools.Tools.Count, report.Tools.Count);
        Assert.All(report.Tools.Where(static tool => tool.Tool != "nothing" && tool.Tool != "anything"), static tool => Assert.True(tool is { Accepted: > 10, Refused: > 50 }, tool.ToString()));
        Assert.All(report.Tools, static tool => Assert.True(tool.Accepted > 0, tool.ToString()));
    }

    [Fact]
    public async Task The_tools_of_the_samples_agree()
    {
        var report = await ToolConformance.Verify(new Types.Shop().Tools);
        Assert.True(report is { Accepted: > 100, Refused: > 500, Untested.Count: 0 }, report.ToString());
    }

    [Theory]
    [InlineData("\"minLength\":2", "\"minLength\":3", "looser", "'/code': minLength 3")]
    [InlineData("\"maxLength\":5", "\"maxLength\":4", "looser", "'/code': maxLength 4")]
    [InlineData("\"maxLength\":5", "\"maxLength\":6", "stricter", "/code: expected")]
    [InlineData("\"format\":\"email\"", "\"format\":\"uuid\"", "stricter", "/mail: expected an e-mail address")]
    [InlineData("\"contentEncoding\":\"base64\"", "\"format\":\"date\"", "stricter", "/data: expected base64")]
    [InlineData("\"^https://.+$\"", "\"^http://.+$\"", "stricter", "/secure: expected")]
    [InlineData("\"required\":[\"code\",", "\"required\":[", "stricter", "/code: expected a value")]
    [InlineData("\"letter\",\"bytes\"]", "\"letter\",\"bytes\",\"free\"]", "looser", "'/free': required a value")]
    [InlineData("\"free\":{\"type\":\"string\"", "\"free\":{\"type\":\"string\",\"const\":\"x\"", "looser", "'/free': const [\"x\"]")]
    [InlineData("\"free\":{\"type\":\"string\"", "\"free\":{\"type\":\"integer\"", "stricter", "/free: expected a string")]
    public Task A_schema_that_lies_about_texts_is_found(string said, string instead, string direction, string told) => AssertFound("texts", said, instead, direction, told);

    [Theory]
    [InlineData("\"minimum\":1", "\"minimum\":2", "looser", "'/few': minimum 2")]
    [InlineData("\"maximum\":10", "\"maximum\":9", "looser", "'/few': maximum 9")]
    [InlineData("\"maximum\":10", "\"exclusiveMaximum\":10", "looser", "'/few': exclusiveMaximum 10")]
    [InlineData("\"maximum\":10", "\"maximum\":11", "stricter", "/few: expected at least 1 and at most 10")]
    [InlineData("\"maximum\":10", "\"maximum\":10,\"multipleOf\":2", "looser", "'/few': multipleOf 2")]
    public Task A_schema_that_lies_about_integers_is_found(string said, string instead, string direction, string told) => AssertFound("integers", said, instead, direction, told);

    [Theory]
    [InlineData("\"minItems\":1", "\"minItems\":2", "looser", "'/some': minItems 2")]
    [InlineData("\"maxItems\":3", "\"maxItems\":4", "stricter", "/some: expected")]
    [InlineData("\"maxItems\":3", "\"maxItems\":3,\"uniqueItems\":true", "looser", "'/some': uniqueItems true")]
    [InlineData("\"required\":[\"from\",\"to\",\"on\"]", "\"required\":[\"from\",\"to\"]", "stricter", "/legs/0/on: expected a value")]
    public Task A_schema_that_lies_about_lists_is_found(string said, string instead, string direction, string told) => AssertFound("collections", said, instead, direction, told);

    [Theory]
    [InlineData("\"maxProperties\":2", "\"maxProperties\":1", "looser", "'/few': maxProperties 1")]
    [InlineData("\"pattern\":\"^-?[0-9]+$\"", "\"pattern\":\"^[0-9]+$\"", "looser", "propertyNames")]
    [InlineData("\"additionalProperties\":{\"type\":\"integer\"}", "\"additionalProperties\":false", "looser", "additionalProperties false")]
    public Task A_schema_that_lies_about_dictionaries_is_found(string said, string instead, string direction, string told) => AssertFound("dictionaries", said, instead, direction, told);

    [Theory]
    [InlineData("\"enum\":[\"Circle\"]", "\"enum\":[\"Round\"]", "stricter", "/shape/$type: expected")]
    [InlineData("\"exclusiveMinimum\":0", "\"minimum\":0", "stricter", "/shape/radius: expected")]
    [InlineData("\"minLength\":1", "\"minLength\":0", "stricter", "/tree/name: expected")]
    public Task A_schema_that_lies_about_objects_is_found(string said, string instead, string direction, string told) => AssertFound("nested", said, instead, direction, told);

    [Fact]
    public async Task A_failure_is_the_smallest_and_says_what_both_say()
    {
        var failure = await Assert.ThrowsAsync<ToolConformanceException>(() => ToolConformance.Verify(Lying("delete", "\"maximum\":3", "\"maximum\":4")));
        Assert.Equal(
            """
            Schema and binder disagree once (seed 1):

            delete
              arguments:  {"name":"","times":4}
              the schema: allows them
              the binder: refuses /times: expected at least 1 and at most 3, got 4
            """,
            failure.Message);
        Assert.Equal("delete", Assert.Single(failure.Disagreements).Tool);
        Assert.True(failure.Report.Refused > 100, failure.Report.ToString());
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_figures_and_another_one_makes_others()
    {
        var first = await ToolConformance.Verify(LimitTools.Tools, new() { Seed = 7 });
        Assert.Equal(first.Tools, (await ToolConformance.Verify(LimitTools.Tools, new() { Seed = 7 })).Tools);
        Assert.NotEqual(first.Tools, (await ToolConformance.Verify(LimitTools.Tools, new() { Seed = 8 })).Tools);
    }

    [Fact]
    public async Task What_is_read_as_it_was_meant_is_counted_and_never_for_what_cannot_be_undone()
    {
        var report = await ToolConformance.Verify(LimitTools.Tools);
        Assert.True(report.Tools.Single(static tool => tool.Tool == "integers") is { Repaired: > 10, Stricter: > 10 });
        Assert.Equal(0, report.Tools.Single(static tool => tool.Tool == "delete").Repaired);
    }

    [Fact]
    public async Task No_method_is_called_unless_asked_for()
    {
        var tools = new ThrowingTools();
        await ToolConformance.Verify(tools.Tools);
        Assert.Equal(0, tools.Calls);

        var failure = await Assert.ThrowsAsync<ToolConformanceException>(() => ToolConformance.Verify(tools.Tools, new() { CallsMethods = true }));
        Assert.True(tools.Calls > 0);
        Assert.Contains("the method throws DivideByZeroException", Assert.Single(failure.Disagreements).Binder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_tried_is_named()
    {
        var report = await ToolConformance.Verify(Lying("delete", "\"maximum\":3", "\"maximum\":3,\"if\":{}"));
        Assert.Equal(["delete /times: if"], report.Untested);
    }

    private static async Task AssertFound(string tool, string said, string instead, string direction, string told)
    {
        var failure = await Assert.ThrowsAsync<ToolConformanceException>(() => ToolConformance.Verify(Lying(tool, said, instead)));
        Assert.Contains(failure.Disagreements, disagreement => (direction == "looser"
            ? disagreement.Binder.StartsWith("accepts", StringComparison.Ordinal) && disagreement.Schema.Contains(told, StringComparison.Ordinal)
            : disagreement.Schema == "allows them" && disagreement.Binder.Contains(told, StringComparison.Ordinal)));
    }

    private static GlmToolSet Lying(string tool, string said, string instead) => LyingDispatcher.About(LimitTools.Tools.Find(tool)!, said, instead);
}
