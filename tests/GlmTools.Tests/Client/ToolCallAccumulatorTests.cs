namespace GlmTools.Tests.Client;

public sealed class ToolCallAccumulatorTests
{
    private readonly ToolCallAccumulator _accumulator = new();

    [Fact]
    public void Pieces_are_put_together_by_index_even_when_interleaved()
    {
        Add(0, "call_1", "a", "{\"x\":");
        Add(1, "call_2", "b", "");
        Add(0, arguments: "1");
        Add(1, arguments: "{\"y\":\"\\u5");
        Add(0, arguments: "}");
        Add(1, arguments: "317\"}");

        AssertCalls(new("call_1", "a", "{\"x\":1}"), new("call_2", "b", "{\"y\":\"\\u5317\"}"));
    }

    [Fact]
    public void Without_an_index_pieces_are_put_together_by_id()
    {
        Add(null, "call_1", "a", "{");
        Add(null, "call_2", "b", "{\"y\":2}");
        Add(null, "call_1", arguments: "}");

        AssertCalls(new("call_1", "a", "{}"), new("call_2", "b", "{\"y\":2}"));
    }

    [Fact]
    public void Without_an_index_a_new_id_starts_a_call_only_with_a_name()
    {
        Add(null, "call_1", "a", "{\"x\":");
        Add(null, "call_9", null, "1");
        Add(null, "call_2", "a", "{}");

        AssertCalls(new("call_1", "a", "{\"x\":1"), new("call_2", "a", "{}"));
    }

    [Fact]
    public void Without_index_and_id_a_piece_goes_on_with_the_last_call()
    {
        Add(null, "call_1", "a", "{\"x\"");
        Add(null, arguments: ":1}");

        AssertCalls(new GlmToolCall("call_1", "a", "{\"x\":1}"));
    }

    [Fact]
    public void An_index_used_again_with_another_name_starts_another_call()
    {
        Add(0, "call_1", "a", "{\"x\":");
        Add(0, "call_2", "b", "{}");

        AssertCalls(new("call_1", "a", "{\"x\":"), new("call_2", "b", "{}"));
    }

    [Fact]
    public void An_index_used_again_behind_complete_arguments_starts_another_call()
    {
        Add(0, "call_1", "a", "{\"x\":1}");
        Add(0, "call_2", "a", "{\"x\":");
        Add(0, arguments: "2}");

        AssertCalls(new("call_1", "a", "{\"x\":1}"), new("call_2", "a", "{\"x\":2}"));
    }

    [Fact]
    public void An_id_that_changes_in_mid_call_goes_on_with_it_and_the_first_one_counts()
    {
        Add(0, "call_1", "a", "{\"x\":");
        Add(0, "call_9", "a", "1");
        Add(0, "call_8", null, "}");

        AssertCalls(new GlmToolCall("call_1", "a", "{\"x\":1}"));
    }

    [Fact]
    public void A_changed_id_without_a_name_never_starts_a_call()
    {
        Add(0, "call_1", "a", "{}");
        Add(0, "call_2", null, "");

        AssertCalls(new GlmToolCall("call_1", "a", "{}"));
    }

    [Fact]
    public void An_id_that_comes_late_is_taken_and_one_that_never_comes_is_empty()
    {
        Add(0, null, "a", "{");
        Add(0, "call_1", null, "}");
        Add(1, null, "b", "{}");

        AssertCalls(new("call_1", "a", "{}"), new("", "b", "{}"));
    }

    [Fact]
    public void A_name_repeated_in_every_piece_is_not_joined()
    {
        Add(0, "call_1", "a", "{\"x\":");
        Add(0, "call_1", "a", "1}");

        AssertCalls(new GlmToolCall("call_1", "a", "{\"x\":1}"));
    }

    [Fact]
    public void Null_arguments_add_nothing()
    {
        Add(0, "call_1", "a", null);
        Add(0, arguments: "{}");

        AssertCalls(new GlmToolCall("call_1", "a", "{}"));
    }

    [Fact]
    public void Text_that_happens_to_parse_is_not_the_end()
    {
        Add(0, "call_1", "a", "{}");
        Add(0, arguments: " ");
        Add(1, "call_2", "b", "1");
        Add(1, arguments: "2");

        AssertCalls(new("call_1", "a", "{} "), new("call_2", "b", "12"));
    }

    [Fact]
    public void Complete_arguments_that_come_once_more_are_ignored()
    {
        Add(0, "call_1", "a", "{\"x\":");
        Add(0, arguments: "1}");
        Add(0, "call_1", "a", "{\"x\":1}");

        AssertCalls(new GlmToolCall("call_1", "a", "{\"x\":1}"));
    }

    [Fact]
    public void Fragments_that_merely_look_alike_are_kept()
    {
        Add(0, "call_1", "a", "[1,");
        Add(0, arguments: "[1,");

        AssertCalls(new GlmToolCall("call_1", "a", "[1,[1,"));
    }

    [Fact]
    public void A_call_that_waits_is_not_put_together_again_for_each_piece_of_the_next_one()
    {
        Add(0, "call_1", "a", "{\"x\":1}");
        Add(1, "call_2", "b", "{");
        var waiting = _accumulator.NextFinished();
        Add(1, arguments: "}");

        Assert.Equal(new GlmToolCall("call_1", "a", "{\"x\":1}"), waiting);
        Assert.Same(waiting, _accumulator.NextFinished());
    }

    [Fact]
    public void A_call_that_waits_and_gets_another_piece_is_judged_anew()
    {
        Add(0, "call_1", "a", "{\"x\":1}");
        Add(1, "call_2", "b", "{");
        Assert.NotNull(_accumulator.NextFinished());

        Add(0, arguments: "{}");
        Assert.Null(_accumulator.NextFinished());

        Assert.Equal("{\"x\":1}{}", _accumulator.Complete()[0].Arguments);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{} ", true)]
    [InlineData("{}\t", true)]
    [InlineData("{}\r\n", true)]
    [InlineData("", true)]
    [InlineData(" ", false)]
    [InlineData("{\"x\":\"}", false)]
    [InlineData("{", false)]
    public void A_call_that_waits_is_finished_where_it_is_whole(string arguments, bool isFinished)
    {
        Add(0, "call_1", "a", arguments);
        Add(1, "call_2", "b", "{}");

        Assert.Equal(isFinished, _accumulator.NextFinished() is not null);
    }

    [Fact]
    public void What_the_service_runs_itself_is_not_a_call()
    {
        _accumulator.Add(new() { Index = 0, Id = "call_1", Type = "web_search" });
        _accumulator.Add(new() { Index = 1, Id = "call_2", Type = "function", Name = "a", Arguments = "{}" });

        AssertCalls(new GlmToolCall("call_2", "a", "{}"));
    }

    private void Add(int? index, string? id = null, string? name = null, string? arguments = null)
        => _accumulator.Add(new() { Index = index, Id = id, Name = name, Arguments = arguments });

    private void AssertCalls(params GlmToolCall[] expected) => Assert.Equal(expected, _accumulator.Complete());
}
