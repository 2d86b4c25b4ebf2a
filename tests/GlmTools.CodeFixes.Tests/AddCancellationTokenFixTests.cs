namespace GlmTools.CodeFixes.Tests;

public class AddCancellationTokenFixTests
{
    [Fact]
    public async Task A_token_is_taken_last()
        => await (await Mending.Of<AddCancellationTokenFix>("GLM019", """
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait([Description("How long.")] int seconds = 1) => Task.CompletedTask;
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait([Description("How long.")] int seconds = 1, CancellationToken cancellationToken = default) => Task.CompletedTask;
            }
            """);

    [Fact]
    public async Task It_stands_before_a_list_of_arguments()
        => await (await Mending.Of<AddCancellationTokenFix>("GLM019", """
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait([Description("How long.")] params int[] seconds) => Task.CompletedTask;
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait(CancellationToken cancellationToken = default, [Description("How long.")] params int[] seconds) => Task.CompletedTask;
            }
            """);

    [Fact]
    public async Task A_stream_takes_the_token_of_its_reader_too()
        => await (await Mending.Of<AddCancellationTokenFix>("GLM019", """
            public class Case
            {
                [GlmTool(Description = "Counts.")]
                public async IAsyncEnumerable<int> Count()
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
            """)).AssertMends("""
            public class Case
            {
                [GlmTool(Description = "Counts.")]
                public async IAsyncEnumerable<int> Count([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<AddCancellationTokenFix>("GLM019", """
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait() => Task.CompletedTask;

                [GlmTool(Description = "Sleeps.")]
                public ValueTask Sleep() => default;
            }
            """)).AssertMendsAll("""
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait(CancellationToken cancellationToken = default) => Task.CompletedTask;

                [GlmTool(Description = "Sleeps.")]
                public ValueTask Sleep(CancellationToken cancellationToken = default) => default;
            }
            """);

    [Fact]
    public async Task A_name_that_is_taken_is_left_to_a_person()
        => await (await Mending.Of<AddCancellationTokenFix>("GLM019", """
            public class Case
            {
                [GlmTool(Description = "Waits.")]
                public Task Wait([Description("Any.")] int cancellationToken) => Task.CompletedTask;
            }
            """)).AssertOffersNothing();
}
