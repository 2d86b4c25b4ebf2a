using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Chat.Content;

public sealed class ContentPartTests
{
    public static TheoryData<string, GlmContentPart> Parts => new()
    {
        { """{"type":"text","text":"城市"}""", "城市" },
        { """{"type":"image_url","image_url":{"url":"https://example.org/猫.png?a=1&b=2"}}""", new GlmImagePart("https://example.org/猫.png?a=1&b=2") },
        { $$$"""{"type":"image_url","image_url":{"url":"{{{SampleImage.Base64}}}"}}""", new GlmImagePart(SampleImage.Png) },
        { """{"type":"video_url","video_url":{"url":"https://example.org/a.mp4"}}""", new GlmVideoPart("https://example.org/a.mp4") },
        { """{"type":"file_url","file_url":{"url":"https://example.org/a.pdf"}}""", new GlmFileUrlPart("https://example.org/a.pdf") },
        { """{"type":"file","file":{"file_id":"file-1"}}""", GlmFilePart.FromId("file-1") },
        { """{"type":"file","file":{"file_url":"https://example.org/a.pdf","filename":"a.pdf"}}""", GlmFilePart.FromUrl("https://example.org/a.pdf") with { FileName = "a.pdf" } },
        { """{"type":"file","file":{"file_data":"data:text/plain;base64,5Z+O5biC","filename":"城市.txt"}}""", GlmFilePart.FromBytes("城市"u8.ToArray(), "text/plain", "城市.txt") },
        { """{"type":"input_audio","input_audio":{"data":"AQID","format":"mp3"}}""", new GlmAudioPart(new byte[] { 1, 2, 3 }, "mp3") },
    };

    [Theory, MemberData(nameof(Parts))]
    public void A_part_is_written_in_its_form_and_read_again(string expected, GlmContentPart part)
    {
        Assert.Equal(expected, Write(part));

        var read = Read(expected);
        Assert.Equal(part.GetType(), read.GetType());
        Assert.Equal(part.Type, read.Type);
        Assert.Equal(expected, Write(read));
    }

    [Theory]
    [InlineData("""{"type":"hologram","hologram":{"z":[1]}}""", "hologram")]
    [InlineData("""{"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}}""", "image_url")]
    [InlineData("""{"type":"image_url","image_url":{"url":"no base64!"}}""", "image_url")]
    [InlineData("""{"type":"image_url","image_url":"https://example.org/a.png"}""", "image_url")]
    [InlineData("""{"type":"text","text":"x","cache":true}""", "text")]
    [InlineData("""{"type":"video_url","video_url":{"url":"file:///a.mp4"}}""", "video_url")]
    [InlineData("""{"type":"file","file":{"file_id":"1","file_url":"https://example.org"}}""", "file")]
    [InlineData("""{"type":"file","file":{"file_data":"AQID"}}""", "file")]
    [InlineData("""{"type":"input_audio","input_audio":{"data":"AQID","format":"ogg"}}""", "input_audio")]
    [InlineData("""{"kind":1}""", "")]
    public void What_has_not_the_form_of_a_known_part_is_kept_as_it_is(string part, string type)
    {
        var read = Assert.IsType<GlmUnknownPart>(Read(part));

        Assert.Equal(type, read.Type);
        Assert.Equal(part, Write(read));
    }

    [Theory]
    [InlineData("data:image/png;base64,")]
    [InlineData("DATA:image/jpeg;charset=x;BASE64,")]
    public void The_prefix_of_a_data_URL_is_not_sent(string prefix)
    {
        var image = new GlmImagePart(prefix + SampleImage.Base64);

        Assert.Null(image.Url);
        Assert.Equal(SampleImage.Png, image.Bytes.ToArray());
        Assert.Equal($$$"""{"type":"image_url","image_url":{"url":"{{{SampleImage.Base64}}}"}}""", Write(image));
    }

    [Theory]
    [InlineData("cat.png")]
    [InlineData("file:///cat.png")]
    [InlineData("data:image/png,raw")]
    [InlineData("data:image/png;base64,@@")]
    [InlineData("")]
    public void What_is_no_URL_of_an_image_is_refused_without_showing_it(string url)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new GlmImagePart(url));

        Assert.Contains("not an http or https URL, or a data: URL in base64", refusal.Message, StringComparison.Ordinal);
        Assert.True(url.Length == 0 || !refusal.Message.Contains(url, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_empty_or_of_another_format_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GlmImagePart(ReadOnlyMemory<byte>.Empty));
        Assert.Throws<ArgumentException>(() => new GlmAudioPart(ReadOnlyMemory<byte>.Empty, "wav"));
        Assert.Contains("'ogg'", Assert.Throws<ArgumentException>(() => new GlmAudioPart(SampleImage.Png, "ogg")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GlmVideoPart("data:video/mp4;base64,AQID"));
        Assert.Throws<ArgumentException>(() => GlmFilePart.FromId(" "));
        Assert.Throws<ArgumentException>(() => GlmFilePart.FromBytes(SampleImage.Png, "", "a"));
    }

    private static string Write(GlmContentPart part)
    {
        var message = Encoding.UTF8.GetString(ChatMessageWriter.Encode(GlmChatMessage.User(part)).Span);
        const string Before = """{"role":"user","content":[""";
        Assert.StartsWith(Before, message, StringComparison.Ordinal);
        return message[Before.Length..^2];
    }

    private static GlmContentPart Read(string part)
    {
        var utf8 = Encoding.UTF8.GetBytes($$"""{"role":"user","content":[{{part}}]}""");
        var json = new Utf8JsonReader(utf8);
        json.Read();
        return Assert.Single(ChatMessageReader.Read(ref json, utf8).Parts);
    }
}
