using System.Text;

namespace GlmTools.Tests.Platform;

public sealed class GlmVideosTests
{
    [Fact]
    public async Task A_video_is_waited_for()
    {
        await using var bench = await PlatformBench.StartAsync(pollsUntilDone: 2);

        var videos = await bench.Glm.Videos.GenerateAsync(new() { Model = "cogvideox-3", Prompt = "a cat", Duration = 10, Fps = 30, Size = new(1280, 720), Quality = "speed", WithAudio = true });

        Assert.Equal("ftyp", Encoding.ASCII.GetString(await bench.FetchAsync(videos.Single().Url), 4, 4));
        Assert.Equal("PNG", Encoding.ASCII.GetString(await bench.FetchAsync(videos.Single().CoverImageUrl!), 1, 3));
        Assert.Equal([1, 2], bench.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal("""{"model":"cogvideox-3","prompt":"a cat","quality":"speed","with_audio":true,"size":"1280x720","fps":30,"duration":10}""", bench.Emulator.Exchanges[0].RequestBody);
    }

    [Theory]
    [InlineData(1, "\"image_url\":\"https://host/0.png\"")]
    [InlineData(2, "\"image_url\":[\"https://host/0.png\",\"https://host/1.png\"]")]
    public async Task One_image_goes_as_a_text_and_several_as_an_array(int images, string expected)
    {
        await using var bench = await PlatformBench.StartAsync();

        await bench.Glm.Videos.SubmitAsync(new() { Model = "viduq1-start-end", ImageUrls = [.. Enumerable.Range(0, images).Select(static i => $"https://host/{i}.png")] });

        Assert.Contains(expected, bench.Emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_refused_before_sending()
    {
        var service = new FakeService([null]);
        var request = new GlmVideoRequest { Model = "cogvideox-3", Prompt = "a" };

        Assert.Equal("fps is 25; one of 30, 60 is allowed.", (await RefusalAsync(request with { Fps = 25 })).Message);
        Assert.Equal("duration is 7; one of 5, 10 is allowed.", (await RefusalAsync(request with { Duration = 7 })).Message);
        Assert.Equal("prompt has 513 characters; 1 to 512 are allowed.", (await RefusalAsync(request with { Prompt = new('a', 513) })).Message);
        Assert.Contains("both empty", (await RefusalAsync(request with { Prompt = null })).Message, StringComparison.Ordinal);
        Assert.Equal(0, service.Requests);

        Task<ArgumentException> RefusalAsync(GlmVideoRequest wrong) => Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Videos.SubmitAsync(wrong));
    }
}
