using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>What becomes of a method that throws, is cancelled or says too much.</summary>
public class FailureTests
{
    private static readonly Lazy<Tools> Compiled = new(() => Generated.From("""
        namespace Demo;
        public record Even { public Even(int value) => Value = value % 2 == 0 ? value : throw new GlmToolException($"{value} is odd"); public int Value { get; } }
        public record Strict { public Strict(int value) => Value = value > 0 ? value : throw new ArgumentException("secret"); public int Value { get; } }
        public static class Failing
        {
            [GlmTool] public static string Known() => throw new GlmToolException("There is no city 'Atlantis'.", new Exception("secret"));
            [GlmTool] public static async Task<int> KnownLater() { await Task.Yield(); throw new GlmToolException("later"); }
            [GlmTool] public static string Unknown() => throw new InvalidOperationException("Server=db;Password=secret");
            [GlmTool] public static Task UnknownLater() => Task.FromException(new InvalidOperationException("secret"));
            [GlmTool] public static int JsonTrouble() => System.Text.Json.JsonDocument.Parse("{secret").RootElement.GetInt32();
            [GlmTool] public static void OwnCancellation() => throw new OperationCanceledException("secret");
            [GlmTool] public static async Task Wait(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
            [GlmTool] public static int UseEven(Even even) => even.Value;
            [GlmTool] public static int UseStrict(Strict strict) => strict.Value;
            [GlmTool(MaxResultLength = 10)] public static string Long(string text) => text;
            [GlmTool(MaxResultLength = 10)] public static int[] LongList() => [.. Enumerable.Range(0, 20)];
            [GlmTool] public static string Unlimited() => new('x', 100_000);
        }
        """).Tools("Demo.Failing"));

    private static Tools Tools => Compiled.Value;

    [Theory]
    [InlineData("known", "Error: There is no city 'Atlantis'.")]
    [InlineData("known_later", "Error: later")]
    public async Task The_text_of_a_GlmToolException_reaches_the_model(string tool, string text)
    {
        var result = await Tools.Invoke(tool);
        Assert.True(result.IsError);
        Assert.Equal(text, result.Text);
        Assert.Null(result.Error);
        Assert.IsType<GlmToolException>(result.Exception);
    }

    [Theory]
    [InlineData("unknown", "InvalidOperationException")]
    [InlineData("unknown_later", "InvalidOperationException")]
    [InlineData("json_trouble", "JsonReaderException")]
    [InlineData("own_cancellation", "OperationCanceledException")]
    public async Task The_text_of_any_other_exception_does_not(string tool, string exception)
    {
        var result = await Tools.Invoke(tool);
        Assert.True(result.IsError);
        Assert.Equal($"Error: {tool} failed. The reason is not shown here; do not repeat the same call.", result.Text);
        Assert.Equal(exception, result.Exception!.GetType().Name);
        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_constructor_can_refuse_with_its_own_text()
    {
        Assert.Equal("4", await Tools.Call("use_even", """{"even":{"value":4}}"""));
        Assert.Equal("Error: 3 is odd", (await Tools.Invoke("use_even", """{"even":{"value":3}}""")).Text);
    }

    [Fact]
    public async Task A_constructor_that_throws_something_else_is_a_failure_without_its_text()
    {
        var result = await Tools.Invoke("use_strict", """{"strict":{"value":0}}""");
        Assert.True(result.IsError);
        Assert.DoesNotContain("secret", result.Text, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(result.Exception);
    }

    [Fact]
    public async Task The_cancellation_of_the_caller_is_thrown()
    {
        using var source = new CancellationTokenSource();
        var waiting = Tools.Invoke("wait", "", null, source.Token);
        Assert.False(waiting.IsCompleted);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting)).CancellationToken);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_starts_does_not_start()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tools.Invoke("known", "", null, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("0123456789", "0123456789")]
    [InlineData("0123456789a", "01234\n[... 1 of 11 characters left out ...]\n6789a")]
    [InlineData("北京北京北京北京北京", "北京北京北京北京北京")]
    [InlineData("北京北京北京北京北京北京", "北京北京北\n[... 2 of 12 characters left out ...]\n京北京北京")]
    [InlineData("0123😀56789abc😀ef", "0123\n[... 9 of 18 characters left out ...]\nc😀ef")]
    public async Task A_result_that_is_too_long_is_cut_in_the_middle(string text, string expected)
        => Assert.Equal(expected, await Tools.Call("long", $$"""{"text":"{{text}}"}"""));

    [Fact]
    public async Task A_result_of_JSON_is_cut_too()
        => Assert.Equal("[0,1,\n[... 41 of 51 characters left out ...]\n8,19]", await Tools.Call("long_list"));

    [Fact]
    public async Task A_result_without_a_limit_is_not_cut()
        => Assert.Equal(100_000, (await Tools.Call("unlimited")).Length);
}
