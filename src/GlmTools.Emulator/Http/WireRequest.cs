using Microsoft.AspNetCore.Http;

namespace GlmTools.Emulator.Http;

/// <summary>A request as an endpoint sees it.</summary>
/// <param name="Http">The request line and the headers. The body has been read.</param>
/// <param name="Body">The body as it came.</param>
internal sealed record WireRequest(HttpRequest Http, ReadOnlyMemory<byte> Body)
{
    /// <summary>What stood in the path at the places of the endpoint's template, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields and files of a form; <see langword="null"/> where the body is none.</summary>
    public IFormCollection? Form { get; init; }

    /// <summary>The address of the emulator, for answers that name another one of its own: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Host => $"{Http.Scheme}://{Http.Host}";
}
