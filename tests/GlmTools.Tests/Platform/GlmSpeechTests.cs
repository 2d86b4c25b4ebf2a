using System.Buffers.Binary;
using System.Text;

namespace GlmTools.Tests.Platform;

public sealed class GlmSpeechTests
{
    [Fact]
    public async Task A_text_is_spoken_into_a_file_that_players_take()
    {
        await using var bench = await PlatformBench.StartAsync();

        var wav = await bench.Glm.Speech.SpeakAsync(new() { Input = "你好, 世界" });

        Assert.Equal("RIFF", Encoding.ASCII.GetString(wav, 0, 4));
        Assert.Equal(wav.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(4)));
        Assert.Equal("WAVEfmt ", Encoding.ASCII.GetString(wav, 8, 8));
        Assert.Equal((16, 1, 1, 24000, 48000, 2, 16), (
            BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(16)),
            BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(20)),
            BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)),
            BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)),
            BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(28)),
            BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(32)),
            BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(34))));
        var data = wav.AsSpan().IndexOf("data"u8);
        Assert.Equal(wav.Length - data - 8, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(data + 4)));
        Assert.Equal(6 * 480 * 2, wav.Length - data - 8);
    }

    [Fact]
    public async Task What_was_spoken_can_be_written_down_again()
    {
        await using var bench = await PlatformBench.StartAsync();
        var wav = await bench.Glm.Speech.SpeakAsync(new() { Input = "今天天气很好", Speed = 2, Volume = 5 });

        var transcription = await bench.Glm.Speech.TranscribeAsync(new()
        {
            File = GlmUpload.FromBytes("speech.wav", wav),
            Prompt = "before",
            Hotwords = ["北京", "上海"],
            RequestId = "request-1",
        });

        Assert.Equal(("今天天气很好", "request-1", "glm-asr-2512"), (transcription.Text, transcription.RequestId, transcription.Model));
        Assert.Contains("[\"北京\",\"上海\"]", bench.Emulator.Exchanges[^1].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_without_a_head_are_handed_out_as_they_are()
    {
        await using var bench = await PlatformBench.StartAsync();

        var samples = await bench.Glm.Speech.SpeakAsync(new() { Input = "abc", ResponseFormat = "pcm" });

        Assert.Equal(3 * 480 * 2, samples.Length);
    }

    [Theory]
    [InlineData("""{"error":{"code":"1301","message":"unsafe"}}""", "wav")]
    [InlineData("""{"error":{"code":"1301","message":"unsafe"}}""", "pcm")]
    [InlineData("<html><body>502</body></html>", "pcm")]
    [InlineData("\r\n<!doctype html>\n<title>502</title>", "pcm")]
    [InlineData("Bad Gateway", "wav")]
    [InlineData("", "wav")]
    [InlineData("", "pcm")]
    public async Task An_error_in_place_of_the_audio_is_no_audio(string body, string format)
    {
        var service = new FakeService(FakeService.Json(body));

        await Assert.ThrowsAsync<GlmApiException>(() => service.Connect(options: new() { MaxRetries = 0 }).Speech.SpeakAsync(new() { Input = "a", ResponseFormat = format }));
    }

    [Fact]
    public async Task What_is_no_sound_or_too_long_is_refused()
    {
        await using var bench = await PlatformBench.StartAsync();
        var wide = await bench.Glm.Speech.SpeakAsync(new() { Input = new('a', 1024), Speed = 0.5 });

        Assert.Equal("1214", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Speech.TranscribeAsync(new() { File = GlmUpload.FromBytes("a.wav", new byte[10]) }))).Code);
        Assert.Equal("1214", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Speech.TranscribeAsync(new() { File = GlmUpload.FromBytes("a.wav", wide) }))).Code);
    }

    [Fact]
    public async Task Ranges_are_checked_before_sending()
    {
        var service = new FakeService([null]);
        var speech = service.Connect().Speech;

        Assert.Equal("input is empty; it has 1 to 1024 characters.", (await Assert.ThrowsAsync<ArgumentException>(() => speech.SpeakAsync(new() { Input = "" }))).Message);
        Assert.Equal("speed is 3; 0.5 to 2 is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => speech.SpeakAsync(new() { Input = "a", Speed = 3 }))).Message);
        Assert.Equal("volume is 0; more than 0 and up to 10 is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => speech.SpeakAsync(new() { Input = "a", Volume = 0 }))).Message);
        Assert.Equal("response_format is 'mp3'; one of wav, pcm is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => speech.SpeakAsync(new() { Input = "a", ResponseFormat = "mp3" }))).Message);
        await Assert.ThrowsAsync<ArgumentException>(() => speech.TranscribeAsync(new() { File = GlmUpload.FromBytes("a.wav", new byte[1]), Hotwords = [.. Enumerable.Repeat("a", 101)] }));
        Assert.Equal(0, service.Requests);
    }
}
