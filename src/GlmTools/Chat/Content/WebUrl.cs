namespace GlmTools;

/// <summary>What the service takes for the URL of something it fetches.</summary>
internal static class WebUrl
{
    public static bool IsOne(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    /// <summary>The URL, if it is one. It is not shown otherwise: it may be long, or hold a signature.</summary>
    public static string Checked(string url, string parameter, string expected)
    {
        ArgumentNullException.ThrowIfNull(url, parameter);
        return IsOne(url) ? url : throw new ArgumentException($"This is not {expected}. A file on this machine is sent as its bytes, where the kind of part takes them.", parameter);
    }
}
