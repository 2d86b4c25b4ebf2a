using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GlmTools.Emulator.Tests;

/// <summary>A client without any library between it and the wire.</summary>
internal static class Wire
{
    public const string Model = "glm-4.6";

    private static readonly HttpClient Http = new();

    public static Task<GlmEmulator> StartAsync(params EmulatedReply[] replies) => StartAsync(EmulatedModel.InOrder(replies));

    public static Task<GlmEmulator> StartAsync(IEmulatedModel model) => GlmEmulator.StartAsync(new() { Model = model });

    /// <summary>A request with one user message.</summary>
    public static string Ask(string text, string more = "") => $$"""{"model":"{{Model}}","messages":[{"role":"user","content":"{{text}}"}]{{more}}}""";

    /// <summary>Posts to chat/completions with the emulator's own key.</summary>
    public static Task<Answer> PostAsync(this GlmEmulator emulator, string body) => SendAsync(emulator, HttpMethod.Post, "chat/completions", Key(emulator), Json(body));

    /// <summary>Posts bytes, also such as are no text.</summary>
    public static Task<Answer> PostAsync(this GlmEmulator emulator, byte[] body) => SendAsync(emulator, HttpMethod.Post, "chat/completions", Key(emulator), new ByteArrayContent(body));

    /// <summary>Sends anything with any Authorization header, <see langword="null"/> for none.</summary>
    public static Task<Answer> SendAsync(this GlmEmulator emulator, HttpMethod method, string path, string? authorization, string? body)
        => SendAsync(emulator, method, path, authorization, Json(body));

    /// <summary>Posts and returns as soon as the headers are there.</summary>
    public static Task<HttpResponseMessage> OpenAsync(this GlmEmulator emulator, string body)
        => Http.SendAsync(Request(emulator, HttpMethod.Post, "chat/completions", Key(emulator), Json(body)), HttpCompletionOption.ResponseHeadersRead);

    private static async Task<Answer> SendAsync(GlmEmulator emulator, HttpMethod method, string path, string? authorization, HttpContent? body)
    {
        using var request = Request(emulator, method, path, authorization, body);
        using var response = await Http.SendAsync(request);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", await response.Content.ReadAsStringAsync(), response.Headers);
    }

    private static HttpRequestMessage Request(GlmEmulator emulator, HttpMethod method, string path, string? authorization, HttpContent? body)
    {
        var request = new HttpRequestMessage(method, $"{emulator.BaseAddress}/{path}") { Content = body };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private static string Key(GlmEmulator emulator) => $"Bearer {emulator.ApiKey}";

    private static StringContent? Json(string? body) => body is null ? null : new(body, Encoding.UTF8, "application/json");

    internal sealed record Answer(int Status, string ContentType, string Body, HttpResponseHeaders Headers)
    {
        public string Code => Error("code");

        public string Message => Error("message");

        private string Error(string name) => JsonDocument.Parse(Body).RootElement.GetProperty("error").GetProperty(name).GetString()!;
    }
}
