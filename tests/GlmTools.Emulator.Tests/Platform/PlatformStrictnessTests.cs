using System.Text;

namespace GlmTools.Emulator.Tests.Platform;

/// <summary>What the platform's APIs refuse, and that they do so behind the same authentication as the chat.</summary>
public class PlatformStrictnessTests
{
    [Theory]
    [InlineData("async/chat/completions", """{"model":"m","messages":[{"role":"user","content":"a"}],"stream":true}""", "1210", "stream")]
    [InlineData("async/chat/completions", """{"messages":[{"role":"user","content":"a"}]}""", "1213", "model")]
    [InlineData("async/chat/completions", "nonsense", "1210", "body")]
    [InlineData("embeddings", """{"input":"a"}""", "1213", "model")]
    [InlineData("embeddings", """{"model":"embedding-9","input":"a"}""", "1211", "embedding-9")]
    [InlineData("embeddings", """{"model":"embedding-3"}""", "1213", "input")]
    [InlineData("embeddings", """{"model":"embedding-3","input":[]}""", "1214", "input")]
    [InlineData("embeddings", """{"model":"embedding-3","input":["a",1]}""", "1214", "input")]
    [InlineData("embeddings", """{"model":"embedding-3","input":["a",""]}""", "1214", "empty")]
    [InlineData("embeddings", """{"model":"embedding-3","input":"a","dimensions":100}""", "1210", "dimensions")]
    [InlineData("embeddings", """{"model":"embedding-2","input":"a","dimensions":256}""", "1210", "1024")]
    [InlineData("images/generations", """{"model":"cogview-4"}""", "1213", "prompt")]
    [InlineData("images/generations", """{"model":"dall-e","prompt":"a"}""", "1211", "dall-e")]
    [InlineData("images/generations", """{"model":"cogview-4","prompt":"a","size":"100x100"}""", "1210", "size")]
    [InlineData("images/generations", """{"model":"cogview-4","prompt":"a","size":"1024"}""", "1210", "size")]
    [InlineData("images/generations", """{"model":"cogview-4","prompt":"a","size":"1024x1032"}""", "1210", "multiples of 16")]
    [InlineData("images/generations", """{"model":"glm-image","prompt":"a","size":"2048x2080"}""", "1210", "size")]
    [InlineData("images/generations", """{"model":"glm-image","prompt":"a","quality":"standard"}""", "1210", "quality")]
    [InlineData("async/images/generations", """{"model":"cogview-4","prompt":"a"}""", "1212", "cogview-4")]
    [InlineData("async/images/generations", """{"model":"dall-e","prompt":"a"}""", "1211", "dall-e")]
    [InlineData("videos/generations", """{"model":"cogvideox-3"}""", "1213", "prompt")]
    [InlineData("videos/generations", """{"model":"cogvideox-3","prompt":"a","fps":25}""", "1210", "fps")]
    [InlineData("videos/generations", """{"model":"cogvideox-3","prompt":"a","image_url":7}""", "1210", "image_url")]
    [InlineData("tokenizer", """{"model":"m","messages":[]}""", "1214", "messages")]
    [InlineData("web_search", """{"search_query":"a"}""", "1213", "search_engine")]
    [InlineData("web_search", """{"search_query":"a","search_engine":"bing"}""", "1210", "search_engine")]
    [InlineData("web_search", """{"search_query":"a","search_engine":"search_pro_sogou","count":15}""", "1210", "count")]
    [InlineData("rerank", """{"model":"rerank","query":"a"}""", "1213", "documents")]
    [InlineData("rerank", """{"model":"rerank","query":"a","documents":[]}""", "1210", "documents")]
    [InlineData("rerank", """{"model":"rerank","query":"a","documents":[""]}""", "1210", "documents")]
    [InlineData("rerank", """{"model":"other","query":"a","documents":["a"]}""", "1211", "other")]
    [InlineData("moderations", """{"model":"moderation"}""", "1213", "input")]
    [InlineData("moderations", """{"model":"moderation","input":["a"]}""", "1210", "input")]
    [InlineData("audio/speech", """{"model":"glm-tts"}""", "1213", "input")]
    [InlineData("audio/speech", """{"model":"glm-tts","input":"a","response_format":"mp3"}""", "1210", "response_format")]
    [InlineData("audio/speech", """{"model":"glm-tts","input":"a","volume":0}""", "1210", "volume")]
    [InlineData("audio/speech", """{"model":"glm-tts","input":"a","stream":true}""", "1210", "stream")]
    [InlineData("audio/transcriptions", """{"model":"glm-asr-2512"}""", "1210", "multipart/form-data")]
    [InlineData("batches", """{"endpoint":"/v4/chat/completions"}""", "1213", "input_file_id")]
    [InlineData("batches", """{"input_file_id":"f","endpoint":"/v4/chat/completions"}""", "1214", "input_file_id")]
    [InlineData("files", """{"purpose":"batch"}""", "1213", "file")]
    [InlineData("batches/none/cancel", "", "1214", "none")]
    public async Task What_the_service_refuses_it_refuses(string path, string body, string code, string named)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));

        var answer = await emulator.SendAsync(HttpMethod.Post, path, emulator.ApiKey, body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains(named, answer.Message);
    }

    [Theory]
    [InlineData("POST", "embeddings")]
    [InlineData("GET", "files")]
    [InlineData("DELETE", "files/f-1")]
    [InlineData("GET", "async-result/1")]
    [InlineData("POST", "batches")]
    public async Task Nobody_comes_in_without_a_key(string method, string path)
    {
        await using var emulator = await Wire.StartAsync();

        Assert.Equal((401, "1001"), Status(await emulator.SendAsync(new(method), path, null, null)));
    }

    [Theory]
    [InlineData("PUT", "files", 405)]
    [InlineData("GET", "embeddings", 405)]
    [InlineData("DELETE", "batches/b-1", 405)]
    [InlineData("GET", "files/f-1", 405)]
    [InlineData("GET", "files//content", 400)]
    [InlineData("GET", "files/f-1/content/", 400)]
    [InlineData("GET", "files/f-1/other", 400)]
    [InlineData("GET", "Files", 400)]
    public async Task Paths_with_places_are_as_strict_as_others(string method, string path, int status)
    {
        await using var emulator = await Wire.StartAsync();

        Assert.Equal((status, "1222"), Status(await emulator.SendAsync(new(method), path, emulator.ApiKey, null)));
    }

    [Fact]
    public async Task A_wrong_method_is_told_all_right_ones()
    {
        await using var emulator = await Wire.StartAsync();

        Assert.Contains("use POST or GET", (await emulator.SendAsync(HttpMethod.Put, "files", emulator.ApiKey, null)).Message);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    public async Task A_page_has_its_limits(string query)
    {
        await using var emulator = await Wire.StartAsync();

        Assert.Equal((400, "1210"), Status(await emulator.SendAsync(HttpMethod.Get, $"files?{query}", emulator.ApiKey, null)));
    }

    [Fact]
    public async Task A_single_text_is_embedded_as_well_as_a_list()
    {
        await using var emulator = await Wire.StartAsync();

        var one = await emulator.SendAsync(HttpMethod.Post, "embeddings", emulator.ApiKey, """{"model":"embedding-2","input":"a"}""");
        var list = await emulator.SendAsync(HttpMethod.Post, "embeddings", emulator.ApiKey, """{"model":"embedding-2","input":["a"]}""");

        Assert.Equal(200, one.Status);
        Assert.Equal(one.Body, list.Body);
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_refused()
    {
        await using var emulator = await Wire.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{emulator.BaseAddress}/files") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nContent-Dis")) };
        request.Headers.TryAddWithoutValidation("Authorization", emulator.ApiKey);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var response = await http.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Media_that_nobody_made_are_not_there()
    {
        await using var emulator = await Wire.StartAsync();
        using var http = new HttpClient();

        Assert.Equal(404, (int)(await http.GetAsync(new Uri(emulator.BaseAddress, "/media/none.png"))).StatusCode);
    }

    private static (int Status, string Code) Status(Wire.Answer answer) => (answer.Status, answer.Code);
}
