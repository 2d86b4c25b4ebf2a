using System.Buffers;
using System.Text;

namespace GlmTools.Tests.Tools;

/// <summary>Calls that write into a buffer of the caller, and what calls share behind the scenes.</summary>
public sealed class GlmToolOutputTests
{
    private readonly Reckoner _reckoner = new();
    private readonly ArrayBufferWriter<byte> _output = new(256);

    private string Written => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Fact]
    public async Task The_text_of_a_result_goes_into_the_buffer_and_nowhere_else()
    {
        var result = await WriteAsync("add", """{"a":1,"b":2}""");

        Assert.Equal(("3", 0, false), (Written, result.Utf8.Length, result.IsError));
    }

    [Fact]
    public async Task So_does_that_of_a_repaired_call()
    {
        var result = await WriteAsync("add", """{"a":"1","b":2}""");

        Assert.Equal("3", Written);
        Assert.Single(result.Repairs);
    }

    [Theory]
    [InlineData("add", """{"a":1}""", "b")]
    [InlineData("add", "{\"a\":1,", "JSON")]
    [InlineData("fail", "{}", "Error: no")]
    public async Task So_does_that_of_an_error(string tool, string arguments, string told)
    {
        var result = await WriteAsync(tool, arguments);

        Assert.True(result.IsError);
        Assert.Contains(told, Written, StringComparison.Ordinal);
        Assert.Equal(Written, (await Tool(tool).InvokeAsync(Encoding.UTF8.GetBytes(arguments))).Text);
    }

    [Fact]
    public async Task A_call_that_has_to_wait_writes_when_it_is_done()
    {
        var call = WriteAsync("later", """{"a":1}""");
        Assert.Equal("", Written);

        _reckoner.Go.SetResult();
        await call;

        Assert.Equal("2", Written);
    }

    [Fact]
    public async Task A_cancelled_call_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Tool("add").InvokeAsync("{}"u8.ToArray(), null, _output, new(canceled: true)));

        Assert.Equal("", Written);
    }

    [Fact]
    public async Task A_tool_may_call_another_one()
        => Assert.Equal("6 twice", (await Tool("add_twice").InvokeAsync("""{"a":3}"""u8.ToArray())).Text);

    [Theory]
    [InlineData("fail", "{}")]
    [InlineData("add", """{"a":true}""")]
    [InlineData("add", "[")]
    [InlineData("repeat", """{"times":100000}""")]
    public async Task Nothing_of_a_call_is_left_for_the_next_one(string before, string arguments)
    {
        await Tool(before).InvokeAsync(Encoding.UTF8.GetBytes(arguments));

        var result = await Tool("add").InvokeAsync("""{"a":20,"b":3}"""u8.ToArray());

        Assert.Equal(("23", false, null, 0), (result.Text, result.IsError, result.Error, result.Repairs.Count));
    }

    [Fact]
    public async Task A_result_stays_as_it_is_when_others_follow()
    {
        var first = await Tool("add").InvokeAsync("""{"a":20,"b":3}"""u8.ToArray());
        await Tool("add").InvokeAsync("""{"a":1,"b":3}"""u8.ToArray());

        Assert.Equal("23", first.Text);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_mix()
    {
        var add = Tool("add");
        await Parallel.ForAsync(0, 2_000, async (i, cancellationToken) =>
            Assert.Equal($"{i + 1}", (await add.InvokeAsync(Encoding.UTF8.GetBytes($$"""{"a":{{i}},"b":1}"""), null, cancellationToken)).Text));
    }

    [Fact]
    public void A_call_that_fits_allocates_nothing()
    {
        var add = Tool("add");
        ReadOnlyMemory<byte> arguments = """{"a":1,"b":2}"""u8.ToArray();
        Call();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Call();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Call()
        {
            _output.ResetWrittenCount();
            Assert.True(add.InvokeAsync(arguments, null, _output).IsCompletedSuccessfully);
        }
    }

    private async Task<GlmToolResult> WriteAsync(string tool, string arguments)
        => await Tool(tool).InvokeAsync(Encoding.UTF8.GetBytes(arguments), null, _output);

    private GlmTool Tool(string name) => _reckoner.Tools.Find(name)!;
}
