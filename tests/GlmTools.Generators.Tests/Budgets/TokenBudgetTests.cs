using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Budgets;

public class TokenBudgetTests
{
    private static readonly Project Shop = Project.Of("""
        namespace Demo;
        public record Line([property: Description("The number printed under the bar code of the thing")] string Sku);
        public static class Shop
        {
            /// <summary>Closes the shop.</summary>
            [GlmTool] public static void Close() { }

            /// <summary>Places an order for a customer, who has to be known already, and answers with its number.</summary>
            /// <param name="lines">What is ordered</param>
            /// <param name="note">A note for those who pack it, such as whether it is a present</param>
            [GlmTool] public static void Order(Line[] lines, string? note = null) { }
        }
        """);

    [Fact]
    public async Task Without_a_budget_nothing_is_told() => Assert.Empty(await Analyze(Shop));

    [Fact]
    public async Task Within_the_budget_nothing_is_told()
        => Assert.Empty(await Analyze(Shop.With("GlmToolTokenBudget", "120").With("GlmToolSetTokenBudget", "147")));

    [Fact]
    public async Task A_tool_over_its_budget_is_told_at_its_method()
        => Assert.Equal(
            ["GLM040 warning 'Order': Tool 'order' takes about 120 tokens of each request, and GlmToolTokenBudget is 119; its heaviest descriptions: order (20), order/note (15), order/lines/*/sku (10)"],
            await Analyze(Shop.With("GlmToolTokenBudget", "119")));

    [Fact]
    public async Task A_set_over_its_budget_is_told_at_its_type()
        => Assert.Equal(
            ["GLM041 warning 'Shop': The tools of 'Demo.Shop' take about 147 tokens of each request, and GlmToolSetTokenBudget is 146; their heaviest descriptions: order (20), order/note (15), order/lines/*/sku (10)"],
            await Analyze(Shop.With("GlmToolSetTokenBudget", " 146 ")));

    [Fact]
    public async Task A_closed_generic_type_has_a_budget_too()
        => Assert.Equal(
            ["GLM041 warning 'Store': The tools of 'Store{Int32}' take about 36 tokens of each request, and GlmToolSetTokenBudget is 30; their heaviest descriptions: put (1)"],
            await Analyze(Project.Of("[assembly: GlmToolSet(typeof(Store<int>))] public class Store<T> { [GlmTool] public void Put(T value) { } }").With("GlmToolSetTokenBudget", "30")));

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_budget_that_is_no_number_is_told(string value)
        => Assert.Equal([$"GLM042 warning nowhere: GlmToolTokenBudget is '{value}', which is no number of tokens; set a whole number from 1 on"], await Analyze(Shop.With("GlmToolTokenBudget", value)));

    [Theory]
    [InlineData("GlmToolTokenBudget", "GLM040")]
    [InlineData("GlmToolSetTokenBudget", "GLM041")]
    public async Task It_can_be_silenced(string property, string id)
    {
        var silenced = Shop with { Sources = Sources.Of($"#pragma warning disable {id}\n{Shop.Sources.Files[0].Text}") };
        Assert.Empty(await Analyze(silenced.With(property, "1")));
    }

    private static Task<IReadOnlyList<string>> Analyze(Project project) => project.Analyze(new GlmToolBudgetAnalyzer());
}
