using System.Collections.Concurrent;
using System.Security.Cryptography;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary>Images and videos by URL. As at the service, whoever has the address needs no key.</summary>
internal sealed class MediaStore
{
    private const string BasePath = "/media";

    private readonly ConcurrentDictionary<string, Medium> _media = [];

    public Api Api => new(BasePath, Endpoint.Get("{name}", request => Answer(request.Values["name"])));

    /// <summary>Keeps a medium, and makes it only when somebody fetches it.</summary>
    /// <returns>Its URL.</returns>
    public string Add(WireRequest request, string extension, Medium medium)
    {
        var name = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}.{extension}";
        _media[name] = medium;
        return $"{request.Host}{BasePath}/{name}";
    }

    private WireResponse Answer(string name) => _media.TryGetValue(name, out var medium)
        ? new() { ContentType = medium.ContentType, Writes = [medium.Make()] }
        : WireResponse.Of(BadRequest.Illegal("name", $"names no medium: '{name}'") with { Status = 404 });
}
