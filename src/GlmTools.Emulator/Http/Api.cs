namespace GlmTools.Emulator.Http;

/// <summary>The endpoints below one base path, which share their authentication and the form of their errors.</summary>
/// <param name="basePath">The base path, such as <c>/api/paas/v4</c>.</param>
/// <param name="endpoints">The endpoints.</param>
internal sealed class Api(string basePath, params IEnumerable<Endpoint> endpoints)
{
    private readonly Endpoint[] _endpoints = [.. endpoints];

    public string BasePath => basePath;

    /// <summary>Why a request may not come in, asked before anything is known of its path (protocol sheet 1.1); everybody may, by default.</summary>
    public Func<WireRequest, ApiError?> Authenticate { get; init; } = static _ => null;

    /// <summary>How a refusal is told.</summary>
    public Func<ApiError, WireResponse> Refuse { get; init; } = WireResponse.Of;

    public bool Covers(string path) => path == basePath || path.StartsWith(basePath + "/", StringComparison.Ordinal);

    public WireResponse Answer(WireRequest request)
        => Authenticate(request) is { } refusal ? Refuse(refusal) : Route(request);

    /// <summary>The protocol sheet (6.2) has HTTP 400 with code 1222 for an API that does not exist; for a wrong method HTTP's own 405 says more.</summary>
    private WireResponse Route(WireRequest request)
    {
        var (path, method) = (request.Http.Path.Value ?? "", request.Http.Method);
        var segments = Covers(path) && path.Length > basePath.Length ? path[(basePath.Length + 1)..].Split('/') : [];
        var methods = new List<string>();
        foreach (var endpoint in _endpoints)
        {
            if (endpoint.Match(segments) is { } values)
            {
                if (endpoint.Method == method)
                {
                    return endpoint.Answer(request with { Values = values });
                }

                methods.Add(endpoint.Method);
            }
        }

        return Refuse(methods.Count == 0
            ? new(400, "1222", $"There is no API at {path}; docs/emulator.md lists those of this emulator.")
            : new(405, "1222", $"There is no {method} {path}; use {string.Join(" or ", methods)}."));
    }
}
