namespace GlmTools.Testing;

/// <summary>Names of members and of query values that hold secrets, whatever they hold.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "api_key", "apiKey", "api-key", "api_secret", "apiSecret", "access_token", "accessToken", "refresh_token", "authorization", "client_secret", "password", "secret", "token",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
