using System.Text;
using GlmTools.Tests.Binding;

namespace GlmTools.Tests.Tools;

/// <summary>Calls with arguments that are text, which answer with text.</summary>
public sealed class GlmToolTextTests
{
    private readonly TravelTools _travel = new();

    [Theory]
    [InlineData("book_train", """{"from":"北京","to":"上海","note":"quiet \"car\""}""")]
    [InlineData("book_train", """ {"to":"Paris","from":"Rome"} """)]
    [InlineData("book_train", """{"from":"Rome","to":"Paris","seats":"2","fare":"SAVER"}""")]
    [InlineData("book_train", """{"from":"Rome"}""")]
    [InlineData("book_train", """{"from":"Rome","to":"Paris",}""")]
    [InlineData("book_train", "{\"from\":\"Rome\"")]
    [InlineData("cancel_booking", """{"booking":"7"}""")]
    [InlineData("get_time", "{}")]
    [InlineData("get_time", "")]
    [InlineData("get_time", "null")]
    [InlineData("get_time", """{"":1}""")]
    [InlineData("get_time", """{"zone":"UTC"}""")]
    [InlineData("get_time", "[]")]
    public async Task They_come_to_the_same_as_calls_with_bytes(string tool, string arguments)
    {
        var (text, bytes) = (await Tool(tool).InvokeAsync(arguments), await Tool(tool).InvokeAsync(Encoding.UTF8.GetBytes(arguments)));

        Assert.Equal((bytes.Text, bytes.IsError), (text.Text, text.IsError));
        Assert.Equal(bytes.Repairs, text.Repairs);
        Assert.Equal(bytes.Error?.Problems, text.Error?.Problems);
        Assert.Equal(bytes.Utf8.ToArray(), text.Utf8.ToArray());
    }

    [Fact]
    public async Task What_no_schema_names_is_told_even_if_it_has_no_name()
        => Assert.Single((await Tool("get_time").InvokeAsync("""{"":1}""")).Repairs);

    [Fact]
    public async Task Arguments_that_are_too_long_are_refused_unread()
    {
        var result = await Tool("book_train").InvokeAsync($$"""{"from":"{{new string('x', 1 << 20)}}"}""");

        Assert.Equal("maxSize", Assert.Single(result.Error!.Problems).Rule);
    }

    [Fact]
    public async Task They_can_be_cancelled()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Tool("get_time").InvokeAsync("{}", null, new(canceled: true)));

    [Fact]
    public async Task They_need_a_text()
        => await Assert.ThrowsAsync<ArgumentNullException>(async () => await Tool("get_time").InvokeAsync((string)null!));

    [Fact]
    public void They_allocate_the_text_of_the_result_and_nothing_else()
    {
        var take = QuietTools.Tools[0];

        Assert.Equal(BytesOf(static () => new string('x', 2)), BytesOf(() => take.InvokeAsync("""{"number":1,"flag":true}""").Result.Text));
    }

    private static long BytesOf(Func<string> make)
    {
        const int Times = 100;
        Repeat();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;

        void Repeat()
        {
            for (var i = 0; i < Times; i++)
            {
                GC.KeepAlive(make());
            }
        }
    }

    private GlmTool Tool(string name) => _travel.Tools.Find(name)!;
}
