using System.Text;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Budgets;

/// <summary>The estimate against what OpenAI's o200k counts for the same definitions.</summary>
public class TokenEstimateTests
{
    private const string Status = """{"type":"function","function":{"name":"GetStatus","description":"Get the service status","parameters":{"type":"object","properties":{}}}}""";
    private const string Weather = """{"type":"function","function":{"name":"GetWeather","description":"Get the current weather in a city","parameters":{"type":"object","properties":{"city":{"type":"string","description":"City name, e.g. Beijing"},"unit":{"type":"string","enum":["Celsius","Fahrenheit"],"description":"Temperature unit"}},"required":["city","unit"]}}}""";
    private const string Order = """{"type":"function","function":{"name":"PlaceOrder","description":"Place an order for a customer","parameters":{"type":"object","properties":{"order":{"type":"object","description":"The order to place","properties":{"id":{"type":"string"},"customer":{"type":"object","properties":{"name":{"type":"string"},"email":{"type":"string"},"phone":{"type":["string","null"]}},"required":["name","email"]},"lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"},"unitPrice":{"type":"number"},"note":{"type":["string","null"]}},"required":["sku","quantity","unitPrice"]}},"placedAt":{"type":"string","format":"date-time"},"discount":{"type":["number","null"]},"tags":{"type":"object","additionalProperties":{"type":"string"}}},"required":["id","customer","lines","placedAt","discount","tags"]}},"required":["order"]}}}""";
    private const string Search = """{"type":"function","function":{"name":"Search","description":"Search the product catalogue","parameters":{"type":"object","properties":{"query":{"type":"string","description":"Free text query"},"page":{"type":"integer","description":"Page number","default":1},"pageSize":{"type":"integer","description":"Results per page","default":20},"exact":{"type":"boolean","description":"Match exactly","default":false},"minScore":{"type":"number","description":"Minimum score","default":0.5},"afterId":{"type":"integer","description":"Only ids after this one","default":0},"sort":{"type":"string","description":"Sort key","default":"relevance"},"boost":{"type":"number","description":"Boost factor","default":1},"descending":{"type":"boolean","description":"Sort descending","default":true},"lang":{"type":["string","null"],"description":"Language code","default":null},"year":{"type":["integer","null"],"description":"Year filter","default":null},"maxPrice":{"type":"number","description":"Maximum price","default":1000}},"required":["query"]}}}""";
    private const string Ticket = """{"type":"function","function":{"name":"book_train_ticket","description":"根据出发地、目的地和日期查询并预订火车票。若没有余票，则返回候补信息；不要在用户确认之前调用。","parameters":{"type":"object","properties":{"from_station":{"type":"string","description":"出发车站，例如：北京南"},"to_station":{"type":"string","description":"到达车站，例如：上海虹桥"},"date":{"type":"string","description":"出发日期，格式为年-月-日","format":"date"},"seat":{"type":"string","description":"座位等级","enum":["商务座","一等座","二等座","无座"]}},"required":["from_station","to_station","date"]}}}""";

    [Theory]
    [InlineData(Status, 137, 30)]
    [InlineData(Weather, 330, 76)]
    [InlineData(Order, 868, 206)]
    [InlineData(Search, 1036, 230)]
    [InlineData(Ticket, 679, 164)]
    public void It_is_within_6_percent(string definition, int bytes, int tokens)
    {
        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(definition));
        Assert.InRange(TokenEstimate.Of(definition), tokens * 0.94, tokens * 1.06);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("city", 1)]
    [InlineData("userName", 2)]
    [InlineData("HTTPRequest", 2)]
    [InlineData("HTTP", 1)]
    [InlineData("two words", 2)]
    [InlineData("extraordinarily", 2)]
    [InlineData("snake_case", 2)]
    [InlineData("\":\"", 1)]
    [InlineData("2026", 2)]
    [InlineData("获取指定城市", 5)]
    [InlineData("😀", 2)]
    [InlineData("погода", 2)]
    public void It_counts_pieces(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    [Fact]
    public void A_tool_and_a_set_know_theirs()
    {
        var tools = Generated.From("""
            namespace Demo;
            public static class Tools1
            {
                /// <summary>Get the service status</summary>
                [GlmTool("GetStatus")] public static void GetStatus() { }
                /// <summary>获取指定城市的天气信息</summary>
                [GlmTool] public static string Weather(string city) => city;
            }
            """).Tools("Demo.Tools1");
        Assert.Equal(29, tools["GetStatus"].EstimatedTokens);
        Assert.Equal(TokenEstimate.Of(Encoding.UTF8.GetString(tools["weather"].Utf8Definition)), tools["weather"].EstimatedTokens);
        Assert.Equal(tools["GetStatus"].EstimatedTokens + tools["weather"].EstimatedTokens, tools.Set.EstimatedTokens);
        Assert.Equal(29, tools.Set.Where(static tool => tool.Name == "GetStatus").EstimatedTokens);
        Assert.Equal(0, GlmToolSet.Empty.EstimatedTokens);
    }
}
