using System.Net;
using System.Text;

namespace GlmTools.Tests.Platform;

/// <summary>A service that quotes what it was sent - keys, tokens, bodies - in every kind of answer: no exception and no <c>ToString</c> says it again.</summary>
public sealed class SecretTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Secret = "s3cr3tOfTheKey16";

    public static TheoryData<HttpStatusCode, string, string> Answers => new()
    {
        { HttpStatusCode.Unauthorized, "application/json", """{"error":{"code":"1000","message":"no such key: QUOTE"}}""" },
        { HttpStatusCode.Unauthorized, "application/json", """{"status":401000,"message":"no such key: QUOTE","success":false,"code":1000,"msg":"QUOTE"}""" },
        { HttpStatusCode.TooManyRequests, "application/json", """{"error":{"code":"1308","message":"QUOTE, will reset at 2026-11-22 20:00:00"}}""" },
        { HttpStatusCode.InternalServerError, "application/json", """{"detail":"QUOTE"}""" },
        { HttpStatusCode.BadRequest, "application/json", """{"error":{"code":"QUOTE","message":"no"},"request_id":"QUOTE"}""" },
        { HttpStatusCode.BadGateway, "text/html", "<html>QUOTE</html>" },
        { HttpStatusCode.OK, "application/json", """{"error":{"code":"1302","message":"QUOTE"}}""" },
        { HttpStatusCode.OK, "application/json", """{"status":1,"message":"QUOTE","code":1,"msg":"QUOTE","success":false}""" },
        { HttpStatusCode.OK, "application/json", "QUOTE" },
        { HttpStatusCode.OK, "text/event-stream", "data: QUOTE\n\n" },
        // The parser takes these for a literal and says how it goes on.
        { HttpStatusCode.OK, "text/event-stream", "data: false QUOTE\n\n" },
        { HttpStatusCode.OK, "text/event-stream", "data: fQUOTE\n\n" },
        { HttpStatusCode.OK, "application/json", "nQUOTE" },
        { HttpStatusCode.OK, "text/event-stream", "event: error\ndata: {\"error\":{\"code\":\"500\",\"message\":\"QUOTE\"}}\n\n" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task Nothing_shows_what_the_service_quotes(HttpStatusCode status, string contentType, string body)
    {
        using var handler = new Quoting(status, contentType, body);
        List<string> said = [];
        foreach (var authentication in Enum.GetValues<GlmAuthentication>())
        {
            using var glm = new GlmClient($"{Id}.{Secret}", new() { Handler = handler, MaxRetries = 0, Authentication = authentication });
            said.Add($"{glm}");
            foreach (var door in Doors(glm))
            {
                said.Add(await TryAsync(door));
            }
        }

        using var v3 = new GlmV3Client($"{Id}.{Secret}", new() { Handler = handler, MaxRetries = 0 });
        using var qingYan = new QingYanClient(Id, Secret, new() { Handler = handler });
        foreach (var door in (Func<Task>[])[.. Doors(v3), .. Doors(qingYan)])
        {
            said.Add(await TryAsync(door));
        }

        said.Add($"{v3} {qingYan}");
        Assert.NotEmpty(handler.Quoted);
        foreach (var secret in handler.Quoted.Append(Secret).Distinct())
        {
            Assert.DoesNotContain(said, text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Func<Task>> Doors(GlmClient glm) =>
    [
        () => glm.CompleteAsync(),
        () => glm.StreamAsync(),
        () => glm.Async.SubmitAsync(Ask.Hello),
        () => glm.Async.GetResultAsync("task"),
        () => glm.Embeddings.CreateAsync(new() { Input = ["a"] }),
        () => glm.Files.UploadAsync(Upload("a.jsonl"), GlmFilePurpose.Batch),
        () => glm.Files.DeleteAsync("file"),
        () => glm.Files.OpenAsync("file"),
        () => glm.Files.ListAsync().ToListAsync().AsTask(),
        () => glm.Batches.GetAsync("batch"),
        () => glm.Batches.ListAsync().ToListAsync().AsTask(),
        () => glm.Batches.CreateAsync(new GlmBatchRequest { InputFileId = "file" }),
        () => glm.Batches.ReadResultsAsync(new() { Id = "batch", Status = GlmBatchStatus.Completed, OutputFileId = "file" }).ToListAsync().AsTask(),
        () => glm.Videos.SubmitAsync(new() { Model = "cogvideox-3", Prompt = "a" }),
        () => glm.WebSearch.SearchAsync(new() { SearchQuery = "a" }),
        () => glm.Images.GenerateAsync(new() { Model = "cogview-4", Prompt = "a" }),
        () => glm.Tokenizer.CountAsync(Ask.Hello),
        () => glm.Rerank.RankAsync(new() { Query = "a", Documents = ["b"] }),
        () => glm.Moderation.CheckAsync("a"),
        () => glm.Speech.SpeakAsync(new() { Input = "a" }),
        () => glm.Speech.TranscribeAsync(new() { File = Upload("a.wav") }),
    ];

    private static IEnumerable<Func<Task>> Doors(GlmV3Client glm)
    {
        var request = new GlmV3Request { Model = "chatglm_std", Prompt = [GlmV3Message.User("a")] };
        return [() => glm.InvokeAsync(request), () => glm.SubmitAsync(request), () => glm.GetResultAsync("task"), () => glm.StreamAsync(request).ToListAsync().AsTask()];
    }

    private static IEnumerable<Func<Task>> Doors(QingYanClient glm)
    {
        var request = new QingYanRequest { AssistantId = "65940acff94777010aa6b796", Prompt = "a" };
        return [() => glm.CompleteAsync(request), () => glm.StreamAsync(request).ToListAsync().AsTask(), () => glm.UploadAsync(Upload("a.txt"))];
    }

    private static GlmUpload Upload(string name) => GlmUpload.FromBytes(name, "a"u8.ToArray());

    private static async Task<string> TryAsync(Func<Task> door)
    {
        try
        {
            await door().WaitAsync(Patience.Limit);
            return "";
        }
        catch (Exception failure)
        {
            return $"{failure} {(failure as GlmApiException)?.Code} {(failure as GlmApiException)?.RequestId}";
        }
    }

    private sealed class Quoting(HttpStatusCode status, string contentType, string body) : HttpMessageHandler
    {
        /// <summary>The secrets it was sent.</summary>
        public List<string> Quoted { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var header = request.Headers.TryGetValues("Authorization", out var values) ? values.Single() : "";
            if (header.Length > 0)
            {
                Quoted.Add(header.Split(' ')[^1]);
            }

            var quote = $"{header} {(sent.Contains(Secret, StringComparison.Ordinal) ? Secret : "")}";
            return new(status) { Content = new StringContent(body.Replace("QUOTE", quote, StringComparison.Ordinal), Encoding.UTF8, contentType) };
        }
    }
}
