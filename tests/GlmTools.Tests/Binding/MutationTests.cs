using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Binding;

/// <summary>
/// Valid texts, damaged by one edit of their punctuation and garbled the way servers do it. The rule: the method gets exactly
/// the values of the valid text, or it is not called. (An edit can also leave valid JSON of another meaning, such as a comma
/// that slips into a string; then that is what was sent, and the text is left out.)
/// </summary>
public sealed class MutationTests
{
    private const int Seed = 20260131;
    private const string Structure = "{}[]:,\"' \n";

    private static readonly (string Tool, string Text, string Call)[] Valid =
    [
        ("book_train", """{"from": "Bern", "to": "Basel", "seats": 3, "window": true, "fare": "Saver", "note": "aisle please"}""", "Bern|Basel|3|True|Saver|aisle please"),
        ("book_train", """{"to": "城市", "from": "北京"}""", "北京|城市|1|False|Standard|-"),
        ("plan_trip", """{"traveller": {"name": "Ada", "age": 36}, "stops": [{"city": "Bern", "nights": [1, 2]}, {"city": "Chur", "nights": []}], "limits": {"food": 20, "fun": 7}}""", "Ada|Bern:1+2,Chur:|food=20,fun=7"),
        ("plan_trip", """{"stops": [{"nights": [5], "city": "Genf"}], "traveller": {"name": "Bo"}}""", "Bo|Genf:5|"),
    ];

    private static readonly Func<string, string>[] Garblings =
    [
        static text => text,
        static text => $"```json\n{text}\n```",
        static text => JsonSerializer.Serialize(text),
        static text => text + """{"from": "Lugano", "to": "Luzern", "traveller": {"name": "Eve"}, "stops": []}""",
        static text => text.Replace('"', '\'').Replace("true", "True", StringComparison.Ordinal),
        static text => text.Insert(Math.Max(0, text.LastIndexOf('}')), ","),
        static text => text.Replace("\": ", "\"： ", StringComparison.Ordinal),
    ];

    [Fact]
    public async Task A_method_gets_the_values_that_were_sent_or_is_not_called()
    {
        var random = new Random(Seed);
        var (called, refused) = (0, 0);
        for (var i = 0; i < 8000; i++)
        {
            var (tool, valid, call) = Valid[random.Next(Valid.Length)];
            var edited = Edit(valid, random);
            if (MeansSomethingElse(edited, valid))
            {
                continue;
            }

            var text = Garblings[random.Next(Garblings.Length)](Garblings[random.Next(Garblings.Length)](edited));
            var travel = new TravelTools();
            var result = await travel.CallAsync(tool, text);

            Assert.True(result.Exception is null, $"{text}\n{result.Exception}");
            Assert.True(result.IsError ? travel.Calls.Count == 0 : travel.Calls is [var made] && made == call, $"{text}\n{result.Text}");
            (called, refused) = result.IsError ? (called, refused + 1) : (called + 1, refused);
        }

        // Both happen often, or the loop would show nothing.
        Assert.True(called > 500, $"{called} called");
        Assert.True(refused > 2000, $"{refused} refused");
    }

    [Fact]
    public async Task A_text_that_is_cut_off_anywhere_is_never_called()
    {
        foreach (var (tool, valid, _) in Valid)
        {
            foreach (var garble in Garblings)
            {
                for (var length = 1; length < valid.Length; length++)
                {
                    var travel = new TravelTools();
                    var text = garble(valid[..length]);

                    Assert.True((await travel.CallAsync(tool, text)).IsError, text);
                    Assert.Empty(travel.Calls);
                }
            }
        }
    }

    [Fact]
    public async Task Any_bytes_are_answered_without_an_exception()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 4000; i++)
        {
            var (tool, valid, _) = Valid[random.Next(Valid.Length)];
            var utf8 = Encoding.UTF8.GetBytes(Garblings[random.Next(Garblings.Length)](valid));
            for (var edits = random.Next(1, 5); edits > 0; edits--)
            {
                utf8[random.Next(utf8.Length)] = (byte)random.Next(256);
            }

            var result = await new TravelTools().Tools.Find(tool)!.InvokeAsync(utf8);

            Assert.True(result.Exception is null, $"{Convert.ToHexString(utf8)}\n{result.Exception}");
        }
    }

    private static string Edit(string text, Random random)
    {
        var at = random.Next(text.Length);
        while (!Structure.Contains(text[at]))
        {
            at = random.Next(text.Length);
        }

        var other = Structure[random.Next(Structure.Length)].ToString();
        return random.Next(6) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, other),
            2 => text.Insert(at + 1, other),
            3 => text.Remove(at, 1).Insert(at, other),
            4 => text.Insert(at, text[at].ToString()),
            _ => text,
        };
    }

    private static bool MeansSomethingElse(string edited, string valid)
    {
        using var original = JsonDocument.Parse(valid);
        try
        {
            using var document = JsonDocument.Parse(edited);
            return !JsonElement.DeepEquals(document.RootElement, original.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
