using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>A request that can be sent as often as it takes.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address, with its query.</param>
/// <param name="Content">Makes the body anew for each attempt, because an attempt uses it up; <see langword="null"/> for none.</param>
internal readonly record struct ApiRequest(HttpMethod Method, string Path, Func<HttpContent>? Content = null)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private JsonBody? Body { get; init; }

    /// <summary>The model that works on it, whose limits it comes under; <see langword="null"/> where none does.</summary>
    public string? Model { get; init; }

    /// <summary>The body of one attempt; <see langword="null"/> for none.</summary>
    public HttpContent? NewContent() => Body?.ToContent() ?? Content?.Invoke();

    public static ApiRequest Get(string path) => new(HttpMethod.Get, path);

    public static ApiRequest Delete(string path) => new(HttpMethod.Delete, path);

    /// <summary>A request whose body is JSON.</summary>
    public static ApiRequest Post(string path, ReadOnlyMemory<byte> json, string? model = null)
        => new(HttpMethod.Post, path, () => new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } }) { Model = model };

    /// <inheritdoc cref="Post(string, ReadOnlyMemory{byte}, string?)"/>
    public static ApiRequest Post(string path, JsonBody json, string model) => new(HttpMethod.Post, path) { Model = model, Body = json };

    /// <summary>A request whose body is any other, such as a form with a file.</summary>
    public static ApiRequest Post(string path, Func<HttpContent> content, string? model = null) => new(HttpMethod.Post, path, content) { Model = model };
}
