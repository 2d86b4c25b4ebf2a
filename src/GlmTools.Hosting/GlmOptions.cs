namespace GlmTools.Hosting;

/// <summary>How the host's <see cref="GlmClient"/> is made. The section <c>Glm</c> of the configuration sets it first.</summary>
public sealed class GlmOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Glm";

    /// <summary>
    /// The API key, <c>id.secret</c>; <see langword="null"/> (the default) for that of <c>ZHIPUAI_API_KEY</c>, or else of <c>ZAI_API_KEY</c>. Keep it out of
    /// files that are checked in: user secrets and environment variables are configuration too.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Everything but the key. Where it has no base address, <c>ZHIPUAI_BASE_URL</c> or <c>ZAI_BASE_URL</c> has; where it has no handler, the
    /// <see cref="IHttpClientFactory"/> makes it.
    /// </summary>
    public GlmClientOptions Client { get; set; } = new();

    /// <summary>What is wrong with the configuration.</summary>
    internal List<string> Problems { get; } = [];
}
