namespace GlmTools;

/// <summary>Whether the service checks for sensitive words. Said to need an account that is on a list; only older pages and SDKs have it (protocol sheet 2.1).</summary>
/// <param name="Status"><c>ENABLE</c> or <c>DISABLE</c>.</param>
public sealed record GlmSensitiveWordCheck(string Status)
{
    /// <summary>It does.</summary>
    public static GlmSensitiveWordCheck Enabled { get; } = new("ENABLE");

    /// <summary>It does not.</summary>
    public static GlmSensitiveWordCheck Disabled { get; } = new("DISABLE");

    /// <summary>Which words.</summary>
    /// <value><c>ALL</c>.</value>
    public string Type { get; init; } = "ALL";
}
