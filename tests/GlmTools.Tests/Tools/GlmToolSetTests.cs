using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Tools;

public sealed class GlmToolSetTests
{
    private static readonly GlmToolSet Tools = new Library().Tools;

    [Fact]
    public void Tools_stand_in_the_ordinal_order_of_their_names()
        => Assert.Equal(["borrow-book", "hours", "return_book"], Tools.Select(static tool => tool.Name));

    [Fact]
    public void The_json_is_the_bytes_of_the_wire()
    {
        Assert.Equal(Tools.ToJson(), Encoding.UTF8.GetString(Tools.Utf8Json.Span));
        Assert.Equal($"[{string.Join(",", Tools.Select(static tool => Encoding.UTF8.GetString(tool.Utf8Definition)))}]", Tools.ToJson());
        Assert.Contains("\"description\":\"借书\"", Tools.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Indented_json_says_the_same_with_line_feeds()
    {
        var indented = Tools.ToJson(indented: true);

        Assert.StartsWith("[\n  {\n    \"type\": \"function\",\n", indented, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', indented);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Tools.ToJson()), JsonElement.Parse(indented)));
    }

    [Fact]
    public void A_set_without_tools_is_an_empty_array()
    {
        Assert.Empty(GlmToolSet.Empty);
        Assert.Equal("[]", GlmToolSet.Empty.ToJson());
    }

    [Fact]
    public void Joined_sets_are_in_order_whichever_comes_first()
    {
        var left = Tools.Where(static tool => tool.Name == "hours") + Tools.Where(static tool => tool.Name != "hours");
        var right = Tools.Where(static tool => tool.Name != "hours") + Tools.Where(static tool => tool.Name == "hours");

        Assert.Equal(Tools.ToJson(), left.ToJson());
        Assert.Equal(left.Fingerprint, right.Fingerprint);
    }

    [Fact]
    public void Two_tools_of_one_name_cannot_be_joined()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Tools + new Library("B").Tools);

        Assert.Contains("'borrow-book'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_is_found_by_its_exact_name()
    {
        Assert.Same(Tools[2], Tools.Find("return_book"));
        Assert.Null(Tools.Find("Return_Book"));
        Assert.Null(Tools.Find("return_boo"));
        Assert.Null(Tools.Find(""));
        Assert.Null(Tools.Find("书"));
    }

    [Fact]
    public void The_fingerprint_changes_with_what_the_model_sees()
    {
        Assert.Equal(Tools.Fingerprint, new Library("B").Tools.Fingerprint);
        Assert.NotEqual(Tools.Fingerprint, Tools.Where(static tool => tool.Name != "hours").Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", Tools.Fingerprint);
    }

    [Fact]
    public void The_static_tools_need_no_object()
        => Assert.Equal(["hours"], Library.Tools.Select(static tool => tool.Name));
}
