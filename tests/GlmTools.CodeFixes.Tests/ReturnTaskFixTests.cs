namespace GlmTools.CodeFixes.Tests;

public class ReturnTaskFixTests
{
    [Fact]
    public async Task Async_void_becomes_async_Task()
        => await (await Mending.Of<ReturnTaskFix>("GLM007", """
            public class Case
            {
                /// <summary>Saves.</summary>
                [GlmTool]
                public async void Save(CancellationToken cancellationToken) => await Task.Delay(1, cancellationToken);
            }
            """)).AssertMends("""
            public class Case
            {
                /// <summary>Saves.</summary>
                [GlmTool]
                public async Task Save(CancellationToken cancellationToken) => await Task.Delay(1, cancellationToken);
            }
            """);

    [Fact]
    public async Task All_of_them_at_once()
        => await (await Mending.Of<ReturnTaskFix>("GLM007", """
            public class Case
            {
                [GlmTool(Description = "Saves.")]
                public async void Save(CancellationToken token) => await Task.Yield();

                [GlmTool(Description = "Loads.")]
                public async void Load(CancellationToken token) => await Task.Yield();
            }
            """)).AssertMendsAll("""
            public class Case
            {
                [GlmTool(Description = "Saves.")]
                public async Task Save(CancellationToken token) => await Task.Yield();

                [GlmTool(Description = "Loads.")]
                public async Task Load(CancellationToken token) => await Task.Yield();
            }
            """);

    [Fact]
    public async Task What_overrides_returns_what_the_other_does()
        => await (await Mending.Of<ReturnTaskFix>("GLM007", """
            public abstract class Base { public abstract void Save(); }
            public class Case : Base { [GlmTool(Description = "Saves.")] public override async void Save() => await Task.Yield(); }
            """)).AssertOffersNothing();
}
