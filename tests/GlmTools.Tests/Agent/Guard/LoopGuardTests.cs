using System.Text;
using GlmTools.Binding;

namespace GlmTools.Tests.Agent.Guard;

public sealed class LoopGuardTests
{
    private readonly LoopGuard _guard = new(new GlmLoopGuard());

    [Fact]
    public void The_third_call_in_a_row_is_told_and_the_fourth_ends_the_run()
    {
        Assert.Equal(GuardAction.Go, Turn("get_weather", "A", "rain").Action);
        Assert.Equal(GuardAction.Go, Turn("get_weather", "A", "rain").Action);

        var told = Turn("get_weather", "A", "rain");
        Assert.Equal(GuardVerdict.Tell("This call of get_weather was made 2 times already with this very result: rain\nIt was not executed again. Do something else, or answer with what you have."), told);

        var stop = Turn("get_weather", "A", "rain");
        Assert.Equal(GuardVerdict.Stop("Error: this call of get_weather was repeated although it gives the same result each time; nothing was executed, and the run ends here.", isError: false), stop);
    }

    [Fact]
    public void Alternating_calls_are_a_loop_as_well()
    {
        List<GuardAction> actions = [];
        for (var i = 0; i < 3; i++)
        {
            actions.Add(Turn("get_weather", "A", "rain").Action);
            actions.Add(Turn("get_weather", "B", "sun").Action);
        }

        Assert.Equal([GuardAction.Go, GuardAction.Go, GuardAction.Go, GuardAction.Go, GuardAction.Tell, GuardAction.Tell], actions);
        Assert.Equal(GuardAction.Stop, Turn("get_weather", "A", "rain").Action);
    }

    [Fact]
    public void What_gave_the_same_result_may_be_asked_again_after_something_was_changed()
    {
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(GuardAction.Go, Turn("run_tests", "", "1 failed").Action);
            Assert.Equal(GuardAction.Go, Turn("edit", $"{i}", "ok", mayChange: true).Action);
        }
    }

    [Fact]
    public void The_same_change_over_and_over_excuses_nothing()
    {
        List<GuardAction> actions = [];
        for (var i = 0; i < 3; i++)
        {
            actions.Add(Turn("run_tests", "", "1 failed").Action);
            actions.Add(Turn("edit", "same", "ok", mayChange: true).Action);
        }

        Assert.Equal([GuardAction.Tell, GuardAction.Tell], actions[4..]);
    }

    [Fact]
    public void A_change_that_failed_changed_nothing()
    {
        Turn("run_tests", "", "1 failed");
        Turn("edit", "a", "no such file", isError: true, mayChange: true);
        Turn("run_tests", "", "1 failed");
        Turn("edit", "b", "no such line", isError: true, mayChange: true);

        Assert.Equal(GuardAction.Tell, Turn("run_tests", "", "1 failed").Action);
    }

    [Fact]
    public void Arguments_and_tools_are_told_apart()
    {
        Turn("get_weather", "A", "rain");
        Turn("get_weather", "A", "rain");

        Assert.Equal(GuardAction.Go, Turn("get_weather", "B", "rain").Action);
        Assert.Equal(GuardAction.Go, Turn("get_news", "A", "rain").Action);
        Assert.Equal(GuardAction.Tell, Turn("get_weather", "A", "rain").Action);
    }

    [Fact]
    public void Polling_that_makes_progress_is_no_loop()
    {
        for (var percent = 0; percent < 20; percent++)
        {
            Assert.Equal(GuardAction.Go, Turn("get_progress", "A", $"{percent} %").Action);
        }
    }

    [Fact]
    public void A_result_that_differs_starts_the_count_again()
    {
        Turn("get_progress", "A", "10 %");
        Turn("get_progress", "A", "20 %");

        Assert.Equal(GuardAction.Go, Turn("get_progress", "A", "20 %").Action);
        Assert.Equal(GuardAction.Tell, Turn("get_progress", "A", "20 %").Action);
    }

    [Fact]
    public void A_text_and_an_error_of_the_same_words_are_different_results()
    {
        Turn("get_progress", "A", "wait");
        Turn("get_progress", "A", "wait", isError: true);

        Assert.Equal(GuardAction.Go, Turn("get_progress", "A", "wait").Action);
    }

    [Fact]
    public void Duplicates_within_a_turn_do_not_count_against_each_other()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            for (var duplicate = 0; duplicate < 5; duplicate++)
            {
                Assert.Equal(GuardAction.Go, Call("get_weather", "A", "rain").Action);
            }

            _guard.NextTurn();
        }

        Assert.Equal(GuardAction.Tell, Call("get_weather", "A", "rain").Action);
        Assert.Equal(GuardAction.Tell, Call("get_weather", "A", "rain").Action);
        _guard.NextTurn();
        Assert.Equal(GuardAction.Stop, Call("get_weather", "A", "rain").Action);
    }

    [Fact]
    public void Duplicates_with_different_results_start_the_count_again()
    {
        Turn("roll_dice", "A", "six");
        Call("roll_dice", "A", "one");
        Turn("roll_dice", "A", "six");

        Assert.Equal(GuardAction.Go, Turn("roll_dice", "A", "six").Action);
        Assert.Equal(GuardAction.Tell, Turn("roll_dice", "A", "six").Action);
    }

    [Fact]
    public void What_is_told_shows_no_more_than_the_beginning_of_the_result()
    {
        var result = new string('x', 10_000);
        Turn("read_file", "A", result);
        Turn("read_file", "A", result);

        Assert.InRange(Turn("read_file", "A", result).Text.Length, 100, 300);
    }

    [Fact]
    public void An_error_that_comes_again_gets_a_note_and_ends_the_run_if_it_goes_on()
    {
        Assert.Null(Fail("book_train", "A", "no seats"));
        _guard.NextTurn();

        Assert.Equal("\nbook_train failed 2 times in a row with this very error. Do not try the same again: change what it complains about, do something else, or answer with what you have.", Fail("book_train", "B", "no seats"));
        _guard.NextTurn();
        Assert.Equal(GuardVerdict.Go, _guard.Verdict);

        Assert.Contains("3 times", Fail("book_train", "C", "no seats"));
        Assert.Equal(GuardVerdict.Go, _guard.Verdict);
        _guard.NextTurn();
        Assert.Equal(GuardVerdict.Stop("Error: book_train failed with the same error again and again; nothing was executed, and the run ends here.", isError: true), _guard.Verdict);
        Assert.Equal(_guard.Verdict, Turn("get_weather", "A", "rain"));
    }

    [Fact]
    public void A_success_of_the_tool_starts_the_count_of_its_errors_again()
    {
        Fail("book_train", "A", "no seats");
        _guard.NextTurn();
        Turn("book_train", "B", "booked");

        Assert.Null(Fail("book_train", "C", "no seats"));
    }

    [Fact]
    public void Another_error_starts_the_count_again()
    {
        Fail("book_train", "A", "no seats");
        _guard.NextTurn();
        Fail("book_train", "A", "no such city");
        _guard.NextTurn();

        Assert.Null(Fail("book_train", "C", "no seats"));
    }

    [Fact]
    public void Other_tools_do_not_interrupt_errors_in_a_row()
    {
        Fail("book_train", "A", "no seats");
        _guard.NextTurn();
        Turn("get_weather", "A", "rain");

        Assert.NotNull(Fail("book_train", "C", "no seats"));
        Assert.Null(Fail("book_flight", "C", "no seats"));
    }

    [Fact]
    public void Errors_of_one_turn_count_once_and_not_beside_a_success()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            Call("book_train", $"{turn} a", "booked");
            Assert.Null(Fail("book_train", $"{turn} b", "no seats"));
            Assert.Null(Fail("book_train", $"{turn} c", "no seats"));
            _guard.NextTurn();
        }

        Fail("book_train", "A", "no seats");
        Assert.Null(Fail("book_train", "B", "no seats"));
        _guard.NextTurn();
        Assert.Equal(GuardVerdict.Go, _guard.Verdict);
        Assert.NotNull(Fail("book_train", "C", "no seats"));
    }

    [Fact]
    public void The_limits_are_the_options()
    {
        var patient = new LoopGuard(new GlmLoopGuard { RepeatedCalls = 5, RepeatedErrors = 4 });
        List<GuardAction> actions = [];
        List<bool> notes = [];
        for (var i = 0; i < 5; i++)
        {
            actions.Add(patient.Before("t", TextDigest.Of("A"u8)).Action);
            notes.Add(patient.After("t", TextDigest.Of("A"u8), GlmToolResult.Failed("no"), mayChange: false) is not null);
            patient.NextTurn();
        }

        Assert.Equal([GuardAction.Go, GuardAction.Go, GuardAction.Go, GuardAction.Go, GuardAction.Tell], actions);
        Assert.Equal([false, false, false, true, true], notes);
        Assert.Equal(GuardAction.Stop, patient.Verdict.Action);
    }

    [Fact]
    public void Limits_below_two_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GlmLoopGuard { RepeatedCalls = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GlmLoopGuard { RepeatedErrors = 1 });
    }

    [Fact]
    public async Task Calls_of_a_turn_may_ask_in_parallel()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            await Parallel.ForAsync(0, 1000, (i, _) =>
            {
                Assert.Equal(GuardAction.Go, Call("get_weather", $"{i % 100}", "rain").Action);
                return ValueTask.CompletedTask;
            });
            _guard.NextTurn();
        }

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(GuardAction.Tell, Call("get_weather", $"{i}", "rain").Action));
    }

    private GuardVerdict Turn(string tool, string arguments, string result, bool isError = false, bool mayChange = false)
    {
        var verdict = Call(tool, arguments, result, isError, mayChange);
        _guard.NextTurn();
        return verdict;
    }

    private GuardVerdict Call(string tool, string arguments, string result, bool isError = false, bool mayChange = false)
    {
        var verdict = _guard.Before(tool, Digest(arguments));
        if (verdict.Action == GuardAction.Go)
        {
            _guard.After(tool, Digest(arguments), new GlmToolResult(Encoding.UTF8.GetBytes(result)) { IsError = isError }, mayChange);
        }

        return verdict;
    }

    private string? Fail(string tool, string arguments, string error) => _guard.After(tool, Digest(arguments), GlmToolResult.Failed(error), mayChange: false);

    private static TextDigest Digest(string text) => TextDigest.OfJson(Encoding.UTF8.GetBytes($$"""{"text": "{{text}}"}"""));
}
