namespace GlmTools;

/// <summary>The environment variables of the official SDKs.</summary>
internal static class GlmEnvironment
{
    private static readonly (string Prefix, Uri Service)[] Sdks = [("ZHIPUAI", GlmClientOptions.Mainland), ("ZAI", GlmClientOptions.International)];

    /// <summary>Adds what is not given. A key brings its service along; a key that is given takes the first base address that is set.</summary>
    /// <param name="read">Reads a variable.</param>
    /// <param name="apiKey">The key that is given; <see langword="null"/> for none.</param>
    /// <param name="baseAddress">The base address that is given; <see langword="null"/> for none.</param>
    /// <exception cref="GlmException">A base address is not a URL.</exception>
    public static (string? ApiKey, Uri? BaseAddress) Complete(Func<string, string?> read, string? apiKey, Uri? baseAddress)
    {
        foreach (var (prefix, service) in Sdks)
        {
            var key = Text(read($"{prefix}_API_KEY"));
            var url = Text(read($"{prefix}_BASE_URL"));
            if ((apiKey is null ? key : url) is not null)
            {
                return (apiKey ?? key, baseAddress ?? (url is null ? service : Url(prefix, url, service)));
            }
        }

        return (apiKey, baseAddress);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static Uri Url(string prefix, string url, Uri service)
        => Uri.TryCreate(url, UriKind.Absolute, out var given) && given.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? given
            : throw new GlmException($"The environment variable {prefix}_BASE_URL is not an absolute http or https URL, such as {service}.");
}
