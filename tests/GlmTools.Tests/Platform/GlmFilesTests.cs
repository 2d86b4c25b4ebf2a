using System.Text;

namespace GlmTools.Tests.Platform;

public sealed class GlmFilesTests
{
    [Fact]
    public async Task A_file_is_uploaded_listed_read_and_deleted()
    {
        await using var bench = await PlatformBench.StartAsync();

        var file = await bench.Glm.Files.UploadAsync(GlmUpload.FromBytes("城市.jsonl", Encoding.UTF8.GetBytes("{\"a\":1}\n")), GlmFilePurpose.Batch);
        var listed = await bench.Glm.Files.ListAsync().ToListAsync();
        var content = await ReadAsync(bench.Glm, file.Id);
        var isDeleted = await bench.Glm.Files.DeleteAsync(file.Id);

        Assert.Equal(("城市.jsonl", 8L, GlmFilePurpose.Batch), (file.Filename, file.Bytes, file.Purpose));
        Assert.NotNull(file.CreatedAt);
        Assert.Equal([file], listed);
        Assert.Equal("{\"a\":1}\n", content);
        Assert.True(isDeleted);
        Assert.Empty(await bench.Glm.Files.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Lists_go_on_over_all_pages_and_by_purpose()
    {
        await using var bench = await PlatformBench.StartAsync();
        for (var i = 0; i < 103; i++)
        {
            await bench.Glm.Files.UploadAsync(GlmUpload.FromBytes($"{i}.txt", new byte[1]), i % 100 == 0 ? GlmFilePurpose.Agent : GlmFilePurpose.UserData);
        }

        Assert.Equal(Enumerable.Range(0, 103).Select(static i => $"{i}.txt"), await bench.Glm.Files.ListAsync().Select(static file => file.Filename).ToListAsync());
        Assert.Equal(["0.txt", "100.txt"], await bench.Glm.Files.ListAsync(GlmFilePurpose.Agent).Select(static file => file.Filename).ToListAsync());
    }

    [Fact]
    public async Task A_server_that_sends_the_same_page_for_ever_is_asked_twice()
    {
        using var service = new FakeService(FakeService.Json("""{"data":[{"id":"a","filename":"a.txt"},{"id":"b","filename":"b.txt"}],"has_more":true}"""));

        var files = await service.Connect().Files.ListAsync().Take(20).ToListAsync();

        Assert.Equal(["a", "b"], files.Select(static file => file.Id));
        Assert.Equal(2, service.Requests);
    }

    [Fact]
    public async Task An_upload_is_opened_anew_when_it_is_sent_again()
    {
        var opened = 0;
        var service = new UploadService();
        using var glm = new GlmClient("id.secret", new() { Handler = service, TimeProvider = new ManualTimeProvider(static wait => wait <= TimeSpan.FromSeconds(8)) });

        await glm.Files.UploadAsync(GlmUpload.FromStream("a.txt", Open), GlmFilePurpose.UserData);

        Assert.Equal(2, opened);
        Assert.All(service.Bodies, static body => Assert.Contains("the content", body, StringComparison.Ordinal));

        Stream Open()
        {
            opened++;
            return new MemoryStream("the content"u8.ToArray());
        }
    }

    [Fact]
    public async Task A_file_on_disk_goes_by_its_name()
    {
        await using var bench = await PlatformBench.StartAsync();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "on disk");
        try
        {
            var file = await bench.Glm.Files.UploadAsync(GlmUpload.FromFile(path), GlmFilePurpose.Agent);

            Assert.Equal((Path.GetFileName(path), 7L), (file.Filename, file.Bytes));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("数据 北京.jsonl", "数据 北京.jsonl")]
    [InlineData("a\"b\r\n.txt", "a%22b%0D%0A.txt")]
    public async Task A_name_goes_as_browsers_send_it(string name, string sent)
    {
        await using var bench = await PlatformBench.StartAsync();

        var file = await bench.Glm.Files.UploadAsync(GlmUpload.FromBytes(name, "{}"u8.ToArray()), GlmFilePurpose.UserData);

        Assert.Equal(sent, file.Filename);
        Assert.Contains($"form-data; name=\"file\"; filename=\"{sent}\"\r\n", bench.Emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"purpose\"\r\n", bench.Emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_of_a_batch_is_not_handed_out()
    {
        await using var bench = await PlatformBench.StartAsync();
        var file = await bench.Glm.Files.UploadAsync(GlmUpload.FromBytes("a.txt", new byte[1]), GlmFilePurpose.UserData);

        Assert.Equal("1214", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Files.OpenAsync(file.Id))).Code);
        Assert.Equal("1214", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Files.DeleteAsync("none"))).Code);
        Assert.Equal("1210", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Files.UploadAsync(GlmUpload.FromBytes("a.txt", new byte[1]), new("other")))).Code);
        Assert.Equal("1214", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Files.UploadAsync(GlmUpload.FromBytes("a.txt", new byte[1]), GlmFilePurpose.Batch))).Code);
    }

    [Fact]
    public async Task A_download_that_breaks_off_says_so()
    {
        var service = new FakeService(FakeService.Body(static () => new BreakingStream(), "application/octet-stream", 200, null));

        await using var file = await service.Connect().Files.OpenAsync("f-1");

        await Assert.ThrowsAsync<GlmStreamException>(() => file.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task A_download_may_be_silent_for_as_long_as_a_stream()
    {
        var clock = new ManualTimeProvider();
        var service = new FakeService(FakeService.Body(static () => new SilentStream(), "application/octet-stream", 200, null));

        await using var file = await service.Connect(options: new() { TimeProvider = clock }).Files.OpenAsync("f-1");
        var reading = file.ReadAsync(new byte[1]).AsTask();
        await clock.ElapseAsync(TimeSpan.FromSeconds(180));

        Assert.Contains("silent for more than 180 s", (await Assert.ThrowsAsync<GlmStreamException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_a_download(bool whole)
    {
        using var cancellation = new CancellationTokenSource();
        var service = new FakeService(FakeService.Body(static () => new SilentStream(), "application/octet-stream", 200, null));

        await using var file = await service.Connect().Files.OpenAsync("f-1", whole ? cancellation.Token : default);
        var reading = file.ReadAsync(new byte[1], whole ? default : cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        // Its connection is gone for good, and not because it had been silent.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await file.ReadAtLeastAsync(new byte[1], 1));
    }

    private static async Task<string> ReadAsync(GlmClient glm, string id)
    {
        using var reader = new StreamReader(await glm.Files.OpenAsync(id));
        return await reader.ReadToEndAsync();
    }

    /// <summary>Fails once, then takes the file.</summary>
    private sealed class UploadService : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return Bodies.Count == 1 ? FakeService.Error(500, "1234")() : FakeService.Json("""{"id":"f-1","purpose":"user_data"}""")();
        }
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
