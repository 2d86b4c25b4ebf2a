namespace GlmTools.Emulator.Tests;

public class ScenarioTests
{
    [Fact]
    public void Rules_are_tried_in_order_and_the_fallback_is_last()
    {
        const string Scenario = """
            { "rules": [ { "user": "^a", "say": "first" }, { "user": "b", "say": "second" } ], "fallback": "none" }
            """;
        Assert.Equal("first", Ask(Scenario, "ab").Text);
        Assert.Equal("second", Ask(Scenario, "b").Text);
        Assert.Equal("none", Ask(Scenario, "c").Text);
    }

    [Fact]
    public void Captures_and_members_of_results_are_filled_in()
    {
        const string Scenario = """
            {
              "patterns": { "digit": "[0-9]", "number": "${digit}+" },
              "rules": [ { "user": "(?<n>${number}) of (?<what>\\w+)", "rules": [
                { "results": ["f", "f"], "reasoning": "r ${n}", "say": "${what}: ${f.a.b}, ${f[1].list}, ${f[1]}" },
                { "calls": [ { "name": "f", "arguments": { "n": "${n:number}", "s": "${n}", "q": "say \"${what}\"", "k": [true, null] } },
                             { "name": "f", "arguments": "{broken ${n}" } ] } ] } ],
              "fallback": "none"
            }
            """;
        var calls = Ask(Scenario, "007 of x").ToolCalls;
        Assert.Equal([new("f", """{"n":7,"s":"007","q":"say \"x\"","k":[true,null]}"""), new("f", "{broken 007")], calls);

        var final = Answer(Scenario, "007 of x", """{"a":{"b":"deep"}}""", """{"list":[1, 2]}""");
        Assert.Equal(("r 007", "x: deep, [1, 2], {\"list\":[1, 2]}"), (final.Reasoning, final.Text));
    }

    [Fact]
    public void A_value_is_escaped_in_arguments_and_never_filled_again()
    {
        const string Scenario = """
            { "rules": [ { "user": "^(?<all>.*)$", "calls": [ { "name": "f", "arguments": { "x": "${all}" } } ] } ], "fallback": "none" }
            """;
        Assert.Equal("""{"x":"a \"quote\" \\ ${all} 北京"}""", Ask(Scenario, """a "quote" \ ${all} 北京""").ToolCalls[0].Arguments);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("两", "2")]
    [InlineData("十", "10")]
    [InlineData("many", null)]
    [InlineData("1,5", null)]
    public void A_number_is_read_as_one_or_the_rule_does_not_apply(string written, string? expected)
    {
        const string Scenario = """
            { "rules": [ { "user": "^(?<n>.*)$", "say": "${n:number}" } ], "fallback": "none" }
            """;
        Assert.Equal(expected ?? "none", Ask(Scenario, written).Text);
    }

    [Fact]
    public void A_rule_that_cannot_be_filled_does_not_apply()
    {
        const string Scenario = """
            { "rules": [ { "user": "a(?<n>1)?", "say": "${n}" },
                         { "results": ["f"], "say": "${f.x}" },
                         { "results": ["f"], "say": "f said ${f}" } ], "fallback": "none" }
            """;
        Assert.Equal("1", Ask(Scenario, "a1").Text);
        Assert.Equal("none", Ask(Scenario, "a").Text);
        Assert.Equal("f said no JSON", Answer(Scenario, "b", "no JSON").Text);
        Assert.Equal("f said {\"x\":null}", Answer(Scenario, "b", "{\"x\":null}").Text);
        Assert.Equal("f said [1]", Answer(Scenario, "b", "[1]").Text);
    }

    [Fact]
    public void Conditions_look_at_the_last_role_and_the_declared_tools()
    {
        const string Scenario = """
            { "rules": [ { "last": "tool", "say": "after a tool" }, { "tools": ["f", "g"], "say": "both" }, { "tools": ["f"], "say": "one" } ], "fallback": "none" }
            """;
        Assert.Equal("after a tool", Answer(Scenario, "x", "r").Text);
        Assert.Equal("both", Ask(Scenario, "x", "g", "f").Text);
        Assert.Equal("one", Ask(Scenario, "x", "f").Text);
        Assert.Equal("none", Ask(Scenario, "x", "F").Text);
    }

    [Fact]
    public void A_group_without_a_fitting_rule_is_passed_over()
        => Assert.Equal("next", Ask("""{ "rules": [ { "user": "a", "rules": [ { "user": "b", "say": "inner" } ] }, { "say": "next" } ], "fallback": "none" }""", "a").Text);

    [Fact]
    public async Task A_pattern_that_never_ends_is_a_500_that_names_it()
    {
        await using var emulator = await Wire.StartAsync(ScenarioModel.Parse("""{ "rules": [ { "user": "^(a+)+$", "say": "x" } ], "fallback": "none" }"""));
        var answer = await emulator.PostAsync(Wire.Ask(new string('a', 40) + "!"));

        Assert.Equal((500, "500"), (answer.Status, answer.Code));
        Assert.Contains("rules[0].user took too long", answer.Message);
    }

    [Theory]
    [InlineData("nonsense", "The scenario is no valid JSON")]
    [InlineData("[]", "The scenario must be an object")]
    [InlineData("""{"rules":[{"say":"x"}]}""", "The scenario must have a 'fallback'")]
    [InlineData("""{"fallback":"x"}""", "The scenario must have 'rules'")]
    [InlineData("""{"rules":[],"fallback":"x"}""", "rules must be an array of at least one item")]
    [InlineData("""{"rules":[{"say":"x"}],"fallback":1}""", "fallback must be a string")]
    [InlineData("""{"rules":[{"say":"x"}],"fallback":"x","fallback":"y"}""", "fallback")]
    [InlineData("""{"rules":[{"say":"x"}],"fallback":"x","more":1}""", "more is not known; use patterns, rules, fallback")]
    [InlineData("""{"patterns":[],"rules":[{"say":"x"}],"fallback":"x"}""", "patterns must be an object")]
    [InlineData("""{"patterns":{"a":"${b}","b":"x"},"rules":[{"say":"x"}],"fallback":"x"}""", "patterns.a refers to the pattern 'b', which is not defined in 'patterns' before it")]
    [InlineData("""{"rules":[1],"fallback":"x"}""", "rules[0] must be an object")]
    [InlineData("""{"rules":[{"say":"x"},{"sya":"x"}],"fallback":"x"}""", "rules[1].sya is not known; use last, user")]
    [InlineData("""{"rules":[{"user":"a"}],"fallback":"x"}""", "rules[0] must have exactly one of 'say', 'calls' and 'rules'")]
    [InlineData("""{"rules":[{"say":"x","calls":[{"name":"f","arguments":{}}]}],"fallback":"x"}""", "rules[0] must have exactly one of")]
    [InlineData("""{"rules":[{"reasoning":"r","rules":[{"say":"x"}]}],"fallback":"x"}""", "'reasoning' goes with 'say' or 'calls'")]
    [InlineData("""{"rules":[{"last":"system","say":"x"}],"fallback":"x"}""", "rules[0].last must be 'user' or 'tool'")]
    [InlineData("""{"rules":[{"user":"(","say":"x"}],"fallback":"x"}""", "rules[0].user is no valid .NET regular expression")]
    [InlineData("""{"rules":[{"user":"${no}","say":"x"}],"fallback":"x"}""", "rules[0].user refers to the pattern 'no'")]
    [InlineData("""{"rules":[{"tools":"f","say":"x"}],"fallback":"x"}""", "rules[0].tools must be an array")]
    [InlineData("""{"rules":[{"results":[1],"say":"x"}],"fallback":"x"}""", "rules[0].results[0] must be a string")]
    [InlineData("""{"rules":[{"rules":[{"say":1}]}],"fallback":"x"}""", "rules[0].rules[0].say must be a string")]
    [InlineData("""{"rules":[{"say":"${x}"}],"fallback":"x"}""", "rules[0].say names 'x', which is no named group of 'user' and no tool in 'results'")]
    [InlineData("""{"rules":[{"say":"${x y}"}],"fallback":"x"}""", "rules[0].say has a malformed placeholder")]
    [InlineData("""{"rules":[{"user":"(?<c>a)","say":"${c.m}"}],"fallback":"x"}""", "rules[0].say wants a member of 'c', which is a capture")]
    [InlineData("""{"rules":[{"results":["f"],"reasoning":"${f[1].m}","say":"x"}],"fallback":"x"}""", "rules[0].reasoning wants result 1 of 'f'; name the tool 2 times in 'results'")]
    [InlineData("""{"rules":[{"calls":[]}],"fallback":"x"}""", "rules[0].calls must be an array of at least one item")]
    [InlineData("""{"rules":[{"calls":[{"arguments":{}}]}],"fallback":"x"}""", "rules[0].calls[0] must have a 'name'")]
    [InlineData("""{"rules":[{"calls":[{"name":"f"}]}],"fallback":"x"}""", "rules[0].calls[0] must have 'arguments'")]
    [InlineData("""{"rules":[{"calls":[{"name":"f","arguments":[]}]}],"fallback":"x"}""", "rules[0].calls[0].arguments must be an object, or a string to send verbatim")]
    [InlineData("""{"rules":[{"calls":[{"name":"f","arguments":{"a":{"b":"${no}"}}}]}],"fallback":"x"}""", "rules[0].calls[0].arguments names 'no'")]
    public void A_mistake_is_reported_at_load_with_its_place(string scenario, string message)
        => Assert.Contains(message, Assert.Throws<ScenarioException>(() => ScenarioModel.Parse(scenario)).Message);

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
        => Assert.Equal("x", Ask("""{ /* why */ "rules": [ { "say": "x", }, ], "fallback": "none" }""", "a").Text);

    private static EmulatedCompletion Ask(string scenario, string question) => Ask(scenario, question, "f");

    private static EmulatedCompletion Ask(string scenario, string question, params string[] tools)
        => Reply(scenario, tools, new EmulatedMessage { Role = "user", Text = question });

    /// <summary>The reply after calls of <c>f</c> gave these results.</summary>
    private static EmulatedCompletion Answer(string scenario, string question, params string[] results) => Reply(
        scenario,
        ["f"],
        [
            new() { Role = "user", Text = question },
            new() { Role = "assistant", Text = "", ToolCalls = [.. results.Select((_, index) => new EmulatedToolCall("f", "{}", $"c{index}"))] },
            .. results.Select((result, index) => new EmulatedMessage { Role = "tool", Text = result, ToolCallId = $"c{index}" }),
        ]);

    private static EmulatedCompletion Reply(string scenario, string[] tools, params EmulatedMessage[] messages)
        => (EmulatedCompletion)ScenarioModel.Parse(scenario).Reply(new() { Model = Wire.Model, Messages = messages, Tools = tools });
}
