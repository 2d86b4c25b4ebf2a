using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Tools;

public sealed class GlmToolTests
{
    private static readonly GlmToolSet Tools = new Library().Tools;

    [Fact]
    public void It_tells_its_name_its_description_and_its_schema()
    {
        var tool = Tools.Find("borrow-book")!;

        Assert.Equal(("borrow-book", "借书"), (tool.Name, tool.Description));
        Assert.Equal("""{"type":"object","properties":{"title":{"type":"string","description":"书名"}},"required":["title"]}""", tool.JsonSchema.GetRawText());
        Assert.Equal("borrow-book", tool.ToString());
    }

    [Fact]
    public void Its_policy_is_what_its_attribute_says()
    {
        Assert.Equal(
            new GlmToolPolicy { Effect = GlmToolEffect.Idempotent, Timeout = TimeSpan.FromSeconds(2.5), Exclusive = "desk", MaxResultLength = 40 },
            Tools.Find("return_book")!.Policy);
        Assert.True(Tools.Find("borrow-book")!.Policy.RequiresApproval);
        Assert.Same(GlmToolPolicy.Default, Tools.Find("hours")!.Policy);
    }

    [Fact]
    public async Task A_pipeline_that_takes_functions_takes_it()
    {
        AIFunction function = Tools.Find("borrow-book")!;

        var result = await function.InvokeAsync(new() { ["title"] = JsonElement.Parse("\"三体\"") });

        Assert.Equal("""{"title":"三体","due":"2026-12-01"}""", result);
    }

    [Fact]
    public async Task Arguments_of_a_foreign_pipeline_are_checked_too()
    {
        AIFunction function = Tools.Find("borrow-book")!;

        var result = Assert.IsType<string>(await function.InvokeAsync(new() { ["title"] = 7 }));

        Assert.Contains("/title: expected a string, got 7", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_result_is_cut_in_the_middle()
    {
        var result = await Tools.Find("return_book")!.InvokeAsync(Encoding.UTF8.GetBytes($$"""{"title":"{{new string('字', 100)}}"}"""));

        Assert.Equal($"{new string('字', 20)}\n[... 79 of 119 characters left out ...]\n字 is back on shelf A", result.Text);
    }

    [Fact]
    public async Task Cancelling_the_call_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Tools.Find("borrow-book")!.InvokeAsync("""{"title":"x"}"""u8.ToArray(), cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task An_object_from_the_services_lives_as_long_as_the_call()
    {
        Counters.Log.Clear();
        var tool = Counters.ToolsFromServices.Find("count")!;

        var result = await tool.InvokeAsync(default, new GlmToolContext { Services = new ScopedServices(static () => new Counters()) });

        Assert.Equal("2", result.Text);
        Assert.Equal(["made", "called", "disposed"], Counters.Log);
    }

    [Fact]
    public async Task An_object_nobody_registered_is_told_to_the_developer_only()
    {
        var result = await Counters.ToolsFromServices.Find("count")!.InvokeAsync(default);

        Assert.True(result.IsError);
        Assert.DoesNotContain("services", result.Text, StringComparison.Ordinal);
        Assert.Contains("GlmToolContext.Services", result.Exception!.Message, StringComparison.Ordinal);
    }
}
