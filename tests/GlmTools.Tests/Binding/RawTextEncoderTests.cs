using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Tests.Binding;

public sealed class RawTextEncoderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("北京 é ß", "北京 é ß")]
    [InlineData("😀", "😀")]
    [InlineData("a😀b👨‍👩‍👧c", "a😀b👨‍👩‍👧c")]
    [InlineData("😀\"\\\n😀", "😀\\\"\\\\\\n😀")]
    [InlineData("\u0001😀\u2028", "\\u0001😀\\u2028")]
    [InlineData("<a href='x'>&</a>", "<a href='x'>&</a>")]
    public void Only_what_json_reserves_is_escaped(string text, string written)
    {
        Assert.Equal($"\"{written}\"", Written(json => json.WriteStringValue(text)));
        Assert.Equal($"\"{written}\"", Written(json => json.WriteStringValue(Encoding.UTF8.GetBytes(text))));
        Assert.Equal($"{{\"{written}\":1}}", Written(json =>
        {
            json.WriteStartObject();
            json.WriteNumber(text, 1);
            json.WriteEndObject();
        }));
    }

    // Every text comes back as it was, wherever the pairs stand.
    [Fact]
    public void Mixed_texts_come_back_as_they_were()
    {
        var random = new Random(7);
        string[] pieces = ["a", "北", "😀", "\"", "\\", "\n", "\u2028", "𠮷", "\u0000", "é"];
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var json = Written(writer => writer.WriteStringValue(text));

            Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
            Assert.DoesNotContain("\\uD", json, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(json, Written(writer => writer.WriteStringValue(Encoding.UTF8.GetBytes(text))));
        }
    }

    // Longer than what a writer encodes at once, with a pair at each place where it may be cut.
    [Theory]
    [InlineData("x")]
    [InlineData("xx\"")]
    [InlineData("\"")]
    public void Long_texts_are_cut_between_characters(string filling)
    {
        for (var length = 240; length < 280; length++)
        {
            var text = string.Concat(Enumerable.Repeat(filling, length)) + string.Concat(Enumerable.Repeat("😀", length));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue(text))));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue(Encoding.UTF8.GetBytes(text)))));
        }
    }

    [Fact]
    public void Half_a_pair_becomes_the_replacement_character()
        => Assert.Equal("\"a\ufffdb\"", Written(static json => json.WriteStringValue("a\ud83db")));

    [Fact]
    public void So_does_half_a_pair_beside_what_is_escaped()
        => Assert.Equal("\"\\\"\ufffd\\\"\ufffd\"", Written(static json => json.WriteStringValue("\"\ud83d\"\ude00")));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ToolJson.Compact))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
