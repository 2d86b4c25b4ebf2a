using System.Net;
using System.Net.Sockets;
using System.Text;
using GlmTools.Emulator;

namespace GlmTools.Tests.Client;

/// <summary>What happens to connections, over real ones.</summary>
public sealed class ConnectionTests
{
    private const string Chunk = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

    [Fact]
    public async Task Cancelling_frees_the_connection_of_a_request_without_an_answer()
    {
        using var server = new SilentServer("");
        using var glm = server.Connect();
        using var cancellation = new CancellationTokenSource();

        var asking = glm.CompleteAsync(cancellation.Token);
        await server.RequestedAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await server.ClosedAsync();
    }

    [Fact]
    public async Task Cancelling_frees_the_connection_of_a_stream()
    {
        using var server = new SilentServer(SilentServer.StreamHead + Chunk);
        using var glm = server.Connect();
        using var cancellation = new CancellationTokenSource();

        await using var reading = glm.Chat.StreamAsync(Ask.Hello, cancellation.Token).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        var next = reading.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await server.ClosedAsync();
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_on_frees_its_connection()
    {
        using var server = new SilentServer(SilentServer.StreamHead + Chunk);
        using var glm = server.Connect();

        await foreach (var chunk in glm.Chat.StreamAsync(Ask.Hello))
        {
            Assert.Equal("a", chunk.Delta.Content);
            break;
        }

        await server.ClosedAsync();
    }

    [Fact]
    public async Task Disposing_of_a_download_frees_its_connection()
    {
        using var server = new SilentServer(SilentServer.StreamHead + "some");
        using var glm = server.Connect();

        await using (var file = await glm.Files.OpenAsync("f-1"))
        {
            Assert.Equal(4, await file.ReadAtLeastAsync(new byte[4], 4));
        }

        await server.ClosedAsync();
    }

    [Fact]
    public async Task A_proxy_is_a_matter_of_the_handler()
    {
        // The emulator takes the requests of a proxy's clients, which name the whole address.
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("by proxy")) });
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(new Uri(emulator.BaseAddress, "/")) };
        using var glm = new GlmClient(emulator.ApiKey, new() { Handler = handler, BaseAddress = new("http://glm.invalid/api/paas/v4") });

        Assert.Equal("by proxy", (await glm.CompleteAsync()).Choices[0].Message.Content);
    }

    [Theory]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(503, "")]
    [InlineData(520, "upstream")]
    [InlineData(200, "<html></html>")]
    [InlineData(200, "")]
    public async Task A_page_of_a_proxy_is_passing_trouble_of_the_service(int status, string body)
    {
        var service = new FakeService(FakeService.Json(body, status));
        var glm = service.Connect(options: new() { MaxRetries = 0 });

        foreach (var ask in new Func<Task>[] { () => glm.CompleteAsync(), () => glm.StreamAsync(), () => glm.Batches.GetAsync("b"), () => glm.Embeddings.CreateAsync(new() { Input = ["a"] }) })
        {
            var failure = await Assert.ThrowsAnyAsync<GlmException>(ask);
            Assert.True(failure.IsTransient, failure.Message);
        }
    }

    /// <summary>Takes one connection, answers its request with something that has no end, and tells when the client has gone.</summary>
    [Fact]
    public async Task A_request_that_is_under_way_comes_to_its_end_though_the_client_is_disposed_of()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.From(_ =>
            {
                reached.TrySetResult();
                return EmulatedReply.Say(go.Task.Wait(Patience.Limit) ? "ok" : "late");
            }),
        });
        var client = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, MaxRetries = 0 });

        var asking = client.Chat.CompleteAsync(new() { Model = "glm-4-flash", Messages = ["hi"] });
        await reached.Task.WaitAsync(Patience.Limit);
        client.Dispose();
        go.SetResult();

        Assert.Equal("ok", (await asking.WaitAsync(Patience.Limit)).Choices[0].Message.Content);
    }

    private sealed class SilentServer : IDisposable
    {
        public const string StreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _closed;

        public SilentServer(string answer)
        {
            _listener.Start();
            _closed = ServeAsync(Encoding.UTF8.GetBytes(answer));
        }

        public GlmClient Connect() => new("id.secret", new() { BaseAddress = new($"http://{_listener.LocalEndpoint}"), MaxRetries = 0 });

        public Task RequestedAsync() => _requested.Task.WaitAsync(Patience.Limit);

        public Task ClosedAsync() => _closed.WaitAsync(Patience.Limit);

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] answer)
        {
            using var connection = await _listener.AcceptSocketAsync();
            var buffer = new byte[4096];
            await connection.ReceiveAsync(buffer);
            _requested.SetResult();
            await connection.SendAsync(answer);
            try
            {
                while (await connection.ReceiveAsync(buffer) > 0)
                {
                }
            }
            catch (SocketException)
            {
                // Reset by the client: gone as well.
            }
        }
    }
}
