using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM019_NotCancellableTests
{
    [Theory]
    [InlineData("Task Bad() => Task.CompletedTask;")]
    [InlineData("async Task<int> Bad() { await Task.Yield(); return 1; }")]
    [InlineData("ValueTask Bad() => default;")]
    [InlineData("IAsyncEnumerable<int> Bad() => AsyncEnumerable.Empty<int>();")]
    public async Task An_async_tool_that_cannot_be_cancelled_is_a_hint(string method)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public {method}", hints: true))
            .AssertReported("GLM019", "Bad", "'Bad' runs on when its call is cancelled or out of time; take a CancellationToken");

    [Theory]
    [InlineData("[GlmTool(Description = \"d\")] public Task Good(CancellationToken cancellationToken = default) => Task.CompletedTask;", "")]
    [InlineData("[GlmTool(Description = \"d\")] public int Good() => 1;", "")]
    public async Task A_tool_that_takes_a_token_or_does_not_wait_is_fine(string member, string types)
        => (await Analyzed.Members(member, types, hints: true)).AssertClean();

    [Fact]
    public async Task What_overrides_or_implements_has_no_say_in_its_parameters()
        => (await Analyzed.From(hints: true, sources: Sources.Of("""
            public interface ILater { Task Implemented(); }
            public abstract class Base { public abstract Task Overridden(); }
            public class Case : Base, ILater
            {
                [GlmTool(Description = "a")] public Task Implemented() => Task.CompletedTask;
                [GlmTool(Description = "b")] public override Task Overridden() => Task.CompletedTask;
            }
            """))).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM019\n[GlmTool(Description = \"d\")] public Task Bad() => Task.CompletedTask;", hints: true)).AssertClean();
}
