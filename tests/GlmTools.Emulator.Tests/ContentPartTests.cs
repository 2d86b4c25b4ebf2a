using System.Buffers.Binary;

namespace GlmTools.Emulator.Tests;

/// <summary>What the service refuses among the parts of a user message, and which models take which kinds.</summary>
public class ContentPartTests
{
    private const string Text = """{"type":"text","text":"hi"}""";
    private const string Image = """{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}""";
    private const string Video = """{"type":"video_url","video_url":{"url":"https://example.org/a.mp4"}}""";
    private const string FileUrl = """{"type":"file_url","file_url":{"url":"https://example.org/a.pdf"}}""";
    private const string Audio = """{"type":"input_audio","input_audio":{"data":"AQID","format":"wav"}}""";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 4, 3];

    public static TheoryData<string, string, string> Refused => new()
    {
        { "m", "[]", "content must be text, or an array" },
        { "m", "[1]", "content[0].type" },
        { "m", """[{"text":"x"}]""", "content[0].type" },
        { "m", """[{"type":"hologram"}]""", "content[0].type" },
        { "m", """[{"type":"text"}]""", "content[0].text" },
        { "m", $$"""[{{Text}},{"type":"image_url"}]""", "content[1].image_url.url" },
        { "m", OfImage(""), "content[0].image_url.url" },
        { "m", OfImage("a file"), "must be an http or https URL, or base64" },
        { "m", OfImage(Convert.ToBase64String("GIF89a"u8)), "must be a JPEG or PNG image" },
        { "m", OfImage(Convert.ToBase64String(Png(6001, 1))), "6001 x 1 pixels" },
        { "m", OfImage(Convert.ToBase64String([.. Png(1, 1), .. new byte[5 * 1024 * 1024]])), "5242880 are allowed" },
        { "glm-4v-flash", OfImage(Convert.ToBase64String(Png(1, 1))), "takes no base64" },
        { "glm-4v-flash", $"[{Image},{Image}]", "has 2 images; glm-4v-flash takes 1" },
        { "glm-4v-plus-0111", Many(Image, 6), "has 6 images" },
        { "glm-4.6v", Many(Image, 51), "has 51 images" },
        { "glm-4-flash", $"[{Text},{Image}]", "has 1 images; glm-4-flash takes 0" },
        { "glm-4v-plus-0111", $"[{Text},{Video}]", "must begin with the video" },
        { "glm-4.6", $"[{Video}]", "takes no videos" },
        { "m", """[{"type":"video_url","video_url":{"url":"data:video/mp4;base64,AQID"}}]""", "content[0].video_url.url" },
        { "m", Many(FileUrl, 51), "more than 50 files" },
        { "m", $"[{FileUrl},{Image}]", "file_url together with images or videos" },
        { "m", $"[{FileUrl},{Video}]", "file_url together with images or videos" },
        { "glm-4.6", $"[{FileUrl}]", "takes no files" },
        { "m", """[{"type":"file_url","file_url":{"url":"a.pdf"}}]""", "content[0].file_url.url" },
        { "m", """[{"type":"file","file":{}}]""", "must have one of file_id" },
        { "m", """[{"type":"file","file":{"file_id":"1","file_url":"https://example.org/a"}}]""", "must have one of file_id" },
        { "m", """[{"type":"file","file":{"file_data":"AQID"}}]""", "must have one of file_id" },
        { "glm-4.6v", $"[{Audio}]", "takes no audio" },
        { "glm-4-voice", $"[{Audio},{Image}]", "has 1 images" },
        { "glm-4-voice", $"[{Audio.Replace("wav", "ogg")}]", "content[0].input_audio.format" },
        { "glm-4-voice", $"[{Audio.Replace("AQID", "@")}]", "content[0].input_audio.data" },
    };

    public static TheoryData<string, string> Taken => new()
    {
        { "glm-4-flash", $"[{Text}]" },
        { "glm-4.6v", Many(Image, 50) },
        { "glm-4.6v", $"[{Text},{Video}]" },
        { "glm-4v-plus-0111", $"[{Video},{Text}]" },
        { "glm-4v-flash", $"[{Image}]" },
        { "glm-4.6v", OfImage(Convert.ToBase64String(Png(6000, 6000))) },
        { "glm-4.6v", OfImage(Convert.ToBase64String(Jpeg)) },
        { "glm-4.6v", OfImage("data:image/png;base64," + Convert.ToBase64String(Png(1, 1))) },
        { "glm-4-voice", $"[{Text},{Audio}]" },
        { "a-model-nobody-knows", Many(Image, 60) },
        { "m", Many(FileUrl, 50) },
        { "m", """[{"type":"file","file":{"file_id":"1","filename":"a"}}]""" },
        { "m", """[{"type":"file","file":{"file_data":"data:text/plain;base64,AQID","filename":"a"}}]""" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task Is_refused(string model, string parts, string message)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));

        var answer = await emulator.PostAsync(Body(model, parts));

        Assert.Equal((400, "1214"), (answer.Status, answer.Code));
        Assert.Contains(message, answer.Message);
        Assert.Contains("messages[0].content", answer.Message);
    }

    [Theory, MemberData(nameof(Taken))]
    public async Task Is_taken(string model, string parts)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));

        var answer = await emulator.PostAsync(Body(model, parts));
        Assert.True(answer.Status == 200, answer.Body);
    }

    [Fact]
    public async Task The_model_sees_the_parts()
    {
        EmulatedRequest? seen = null;
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(request => EmulatedReply.Say((seen = request).Model)) });

        await emulator.PostAsync(Body("glm-4.6v", $"[{Text},{Image}]"));

        Assert.Equal("hi", seen!.Messages[0].Text);
        Assert.Equal([("text", null), ("image_url", "https://example.org/a.png")], seen.Messages[0].Parts.Select(static part => (part.Type, part.Url)));
    }

    private static string Body(string model, string parts) => $$"""{"model":"{{model}}","messages":[{"role":"user","content":{{parts}}}]}""";

    private static string OfImage(string url) => $$$"""[{"type":"image_url","image_url":{"url":"{{{url}}}"}}]""";

    private static string Many(string part, int count) => $"[{string.Join(',', Enumerable.Repeat(part, count))}]";

    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
