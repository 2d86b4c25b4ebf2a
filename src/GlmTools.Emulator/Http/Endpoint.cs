namespace GlmTools.Emulator.Http;

/// <summary>One method of one path, and what answers it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base path, such as <c>files/{id}/content</c>; a name in braces stands for one segment.</param>
/// <param name="Answer">What answers. Requests come concurrently.</param>
internal sealed record Endpoint(string Method, string Path, Func<WireRequest, WireResponse> Answer)
{
    private readonly string[] _segments = Path.Split('/');

    public static Endpoint Get(string path, Func<WireRequest, WireResponse> answer) => new("GET", path, answer);

    public static Endpoint Post(string path, Func<WireRequest, WireResponse> answer) => new("POST", path, answer);

    public static Endpoint Delete(string path, Func<WireRequest, WireResponse> answer) => new("DELETE", path, answer);

    /// <summary>What stands in a path at the places of the template; <see langword="null"/> where the path is another one.</summary>
    /// <param name="segments">The segments of the path below the base path.</param>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        foreach (var (template, segment) in _segments.Zip(segments))
        {
            if (template is ['{', .. var name, '}'] && segment.Length > 0)
            {
                values[name] = segment;
            }
            else if (template != segment)
            {
                return null;
            }
        }

        return values;
    }
}
