using System.Text.Json;
using GlmTools.Tests.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Tools;

/// <summary>Calls of a tool as what Microsoft.Extensions.AI knows it for: an <see cref="AIFunction"/>.</summary>
public sealed class FunctionCallTests
{
    private readonly TravelTools _travel = new();
    private readonly Reckoner _reckoner = new();

    [Fact]
    public async Task Elements_of_a_document_are_taken_as_they_are_written()
        => Assert.Equal("北京|\"上海\"|2|True|Saver|-", await CallAsync("book_train", """{"from":"\u5317京","to":"\"上海\"","seats":2e0,"window":true,"fare":"Saver","note":null}"""));

    [Fact]
    public async Task Values_inside_of_them_may_be_spread_over_lines()
        => Assert.Equal("7|a,b", await CallAsync("cancel_booking", "{\"booking\":7,\"reasons\":[\r\n\t\"a\",\n\t\"b\"\n]}"));

    [Fact]
    public async Task What_a_lenient_document_has_beyond_JSON_is_no_repair()
        => Assert.Equal("7|a,b", await CallAsync("cancel_booking", """{"booking":7,"reasons":["a", /* and */ "b",],}"""));

    [Fact]
    public async Task Values_of_CLR_types_are_written_first()
        => Assert.Equal("7|a,b", await Function("cancel_booking").InvokeAsync(new() { ["booking"] = 7, ["reasons"] = new[] { "a", "b" } }));

    [Fact]
    public async Task A_key_that_JSON_escapes_stays_that_key()
        => Assert.Contains("did you mean \"seats\"?, got \"sea\"ts\"", (string)(await CallAsync("book_train", """{"from":"Rome","to":"Paris","sea\"ts":1}"""))!, StringComparison.Ordinal);

    [Fact]
    public async Task A_method_that_takes_its_time_is_awaited()
    {
        var call = _reckoner.Tools.Find("later")!.InvokeAsync(new AIFunctionArguments { ["a"] = 1 });
        Assert.False(call.IsCompleted);

        _reckoner.Go.SetResult();

        Assert.Equal("2", await call);
    }

    [Fact]
    public async Task It_can_be_cancelled()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Function("get_time").InvokeAsync(new AIFunctionArguments(), new(canceled: true)));

    private async Task<object?> CallAsync(string tool, string arguments)
    {
        using var document = JsonDocument.Parse(arguments, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return await Function(tool).InvokeAsync(new(document.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value)));
    }

    private AIFunction Function(string name) => _travel.Tools.Find(name)!;
}
