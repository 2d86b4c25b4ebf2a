using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GlmTools.Testing.Tests.Recording;

/// <summary>No secret gets onto a cassette, wherever it stood.</summary>
public class CassetteSecretTests
{
    private const string Key = "0123456789abcdef.s3cr3tS3cr3tS3cr";
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJhcGlfa2V5IjoiMDEyMyJ9.c2lnbmF0dXJlc2lnbg";

    public static TheoryData<string> Schemes => ["Bearer ", "", "bearer  "];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_key_is_blotted_out_wherever_it_stands(string scheme)
    {
        var json = await RecordAsync(
            request =>
            {
                request.Headers.TryAddWithoutValidation("Authorization", scheme + Key);
                request.Content = Json($$"""{"messages":[{"role":"user","content":"my key is {{Key}}, its secret s3cr3tS3cr3tS3cr"}]}""");
            },
            Json($$$"""{"error":{"code":"1002","message":"{{{Key}}} is not valid"}}"""));
        AssertClean(json);
        Assert.Contains("*** is not valid", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_and_tokens_in_other_headers_are_secrets_too()
    {
        var json = await RecordAsync(request => request.Headers.Add("x-api-key", Key), Json($$"""{"echo":"{{Key}}"}"""));
        AssertClean(json);
    }

    [Fact]
    public async Task Members_with_secret_names_are_blotted_out()
    {
        var json = await RecordAsync(
            static request => request.Content = Json("""{"api_key":"short","api_secret":"s3cr3tS3cr3tS3cr"}"""),
            Json("""{"status":0,"result":{"access_token":"t0k3nt0k3nt0k3n","expires_in":864000},"message":"made t0k3nt0k3nt0k3n from s3cr3tS3cr3tS3cr"}"""));
        AssertClean(json);
        Assert.Contains("\"access_token\": \"***\"", json, StringComparison.Ordinal);
        Assert.Contains("\"api_key\": \"***\"", json, StringComparison.Ordinal);
        Assert.Contains("\"expires_in\": 864000", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_values_with_secret_names_are_blotted_out()
    {
        var json = await RecordAsync(static request => request.RequestUri = new("http://127.0.0.1:4711/a?access_token=s3cr3tS3cr3tS3cr&token=short&page=2"), Json("""{"a":"s3cr3tS3cr3tS3cr"}"""));
        AssertClean(json);
        Assert.Contains("\"url\": \"/a?access_token=***&token=***&page=2\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_cut_in_two_is_found()
    {
        var stream = new StreamContent(new Pieces("data: {\"content\":\"s3cr3tS3", "cr3tS3cr and ", Jwt[..20], Jwt[20..], "\"}\n\n"));
        stream.Headers.ContentType = MediaTypeHeaderValue.Parse("text/event-stream; charset=UTF-8");
        var json = await RecordAsync(static request => request.Headers.Authorization = new("Bearer", Key), stream);
        AssertClean(json);
        Assert.Contains("content\\\":\\\"********\"", json, StringComparison.Ordinal);
        Assert.Equal(5, json.Split("after_ms").Length - 1);
    }

    [Fact]
    public async Task Tokens_are_known_by_their_form_and_others_by_being_named()
    {
        var json = await RecordAsync(static request => request.Content = new StringContent($"{Jwt} and hunter2"), Json($$"""{"a":["{{Jwt}}","hunter2"]}"""), "hunter2");
        AssertClean(json);
    }

    [Fact]
    public void Options_show_no_secret()
        => Assert.DoesNotContain("hunter2", new GlmRecorderOptions { Secrets = ["hunter2"] }.ToString(), StringComparison.Ordinal);

    private static void AssertClean(string json)
    {
        foreach (var secret in new[] { "s3cr3t", "0123456789abcdef", "t0k3n", "eyJ", "hunter2", "\"short\"" })
        {
            Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
        }
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<string> RecordAsync(Action<HttpRequestMessage> prepare, HttpContent answer, params string[] secrets)
    {
        await using var recorder = GlmRecorder.Record(new() { InnerHandler = new Answer(answer), Secrets = secrets });
        using var invoker = new HttpMessageInvoker(recorder, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:4711/api");
        prepare(request);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        await response.Content.CopyToAsync(Stream.Null);
        return recorder.Cassette.ToJson();
    }

    private sealed class Answer(HttpContent content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }

    private sealed class Pieces(params string[] pieces) : MemoryStream
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(_next == pieces.Length ? 0 : Encoding.UTF8.GetBytes(pieces[_next++], buffer.Span));
    }
}
