using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>What a person is asked before a call.</summary>
public class ConfirmationTests
{
    private static readonly Tools Bank = Generated.From("""
        namespace Demo;
        public enum Speed { Normal, [JsonStringEnumMemberName("at once")] Instant }
        public record Person([property: JsonPropertyName("full_name")] string Name, int Age = 30, Person? Partner = null);
        [JsonDerivedType(typeof(Card), "card"), JsonDerivedType(typeof(Transfer), "transfer")]
        public abstract record Means;
        public sealed record Card(string Number, string Country = "CN") : Means;
        public sealed record Transfer(string Iban, string Country = "DE") : Means;
        public static class Bank
        {
            [GlmTool(Description = "d", RequiresApproval = true, Confirmation = "Send {amount} to {to.Name}, {speed} {{not {speed}}}: {note}?")]
            public static void Send(decimal amount, Person to, Speed speed = Speed.Instant, string? note = null) { }
            [GlmTool(Description = "d", RequiresApproval = true, Confirmation = "{who.Age}|{who.partner.age}|{who.partner.partner.age}|{who}")]
            public static void Marry(Person who) { }
            [GlmTool(Description = "d", RequiresApproval = true, Confirmation = "{with.$type}|{with.number}|{with.iban}|{with.country}|{tags}")]
            public static void Pay(Means with, string[]? tags = null) { }
            [GlmTool(Description = "d", RequiresApproval = true)]
            public static void Close(int account, string reason = "none") { }
            [GlmTool(Description = "d", RequiresApproval = true)]
            public static void Charge(Dictionary<Speed, int> fees) { }
        }
        """).Tools("Demo.Bank");

    [Fact]
    public void The_policy_has_it_with_the_names_of_the_wire()
        => Assert.Equal("Send {amount} to {to.full_name}, {speed} {{not {speed}}}: {note}?", Bank["send"].Policy.Confirmation);

    [Theory]
    [InlineData("send", """{"amount":1.50,"to":{"full_name":"Ada"},"speed":"Normal","note":"for {amount}"}""", "Send 1.50 to Ada, Normal {not Normal}: for {amount}?")]
    [InlineData("send", """{"amount":1,"to":{"full_name":"Ada"}}""", "Send 1 to Ada, at once {not at once}: -?")]
    [InlineData("send", """{"amount":1,"to":{"full_name":"Ada"},"note":null}""", "Send 1 to Ada, at once {not at once}: -?")]
    [InlineData("send", """{"amount":"1","to":{"full_name":"Ada"},"speed":null}""", "Send 1 to Ada, at once {not at once}: -?")]
    [InlineData("send", """{"amount":1,"to":{"full_name":"Ada"},"speed":"AT ONCE"}""", "Send 1 to Ada, at once {not at once}: -?")]
    [InlineData("marry", """{"who":{"full_name":"Ada","partner":{"full_name":"Bo","age":7}}}""", """30|7|-|{"full_name":"Ada","partner":{"full_name":"Bo","age":7}}""")]
    [InlineData("marry", """{"who":{"full_name":"Ada","partner":{"full_name":"Bo","partner":{"full_name":"Cy"}}}}""", """30|30|30|{"full_name":"Ada","partner":{"full_name":"Bo","partner":{"full_name":"Cy"}}}""")]
    [InlineData("pay", """{"with":{"iban":"X","$type":"transfer"},"tags":["a", "b"]}""", """transfer|-|X|DE|["a","b"]""")]
    [InlineData("pay", """{"with":{"$type":"card","number":"7"}}""", "card|7|-|CN|-")]
    [InlineData("close", """{ "account": 7 }""", """close {"account":7}""")]
    [InlineData("charge", """{"fees":{"AT ONCE":"7","Normal":1},"by":"me"}""", """charge {"fees":{"at once":7,"Normal":1}}""")]
    public void Places_are_filled_with_the_arguments(string tool, string arguments, string expected)
    {
        var valid = Bank[tool].Validate(Tools.Utf8(arguments));
        Assert.Null(valid.Error);
        Assert.Equal(expected, Bank[tool].Confirm(valid.Utf8));
    }

    [Theory]
    [InlineData("a\nb", @"a\u000Ab")]
    [InlineData("\u202Egnp", @"\u202Egnp")]
    [InlineData("a\u200Bb\u2066c\uFEFF", @"a\u200Bb\u2066c\uFEFF")]
    [InlineData("\u2028\u0085\u001B[2K", @"\u2028\u0085\u001B[2K")]
    [InlineData("\u3164\uFE0F\U000E0041", @"\u3164\uFE0F\U000E0041")]
    [InlineData("北京 é 😀 C:\\temp", "北京 é 😀 C:\\temp")]
    public void What_cannot_be_seen_is_shown(string value, string shown)
    {
        var text = System.Text.Json.JsonSerializer.Serialize(value);
        Assert.Equal($"Send 1 to {shown}, at once {{not at once}}: -?", Bank["send"].Confirm(Tools.Utf8($$$"""{"amount":1,"to":{"full_name":{{{text}}}}}""")));
    }

    [Fact]
    public void What_cannot_be_seen_is_shown_where_there_is_no_template()
        => Assert.Equal(@"close {""account"":1,""reason"":""a\nb\u202E""}", Bank["close"].Confirm(Tools.Utf8("{\"account\":1,\"reason\":\"a\\nb\u202E\"}")));

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{")]
    public void What_are_no_arguments_is_told_to_the_developer(string arguments)
        => Assert.StartsWith(
            "The arguments of 'send' are no JSON object; pass those that Validate returns.",
            Assert.Throws<ArgumentException>(() => Bank["send"].Confirm(Tools.Utf8(arguments))).Message,
            StringComparison.Ordinal);
}
