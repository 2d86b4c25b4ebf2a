namespace GlmTools.Hosting;

/// <summary>
/// How a <see cref="GlmClient"/> of the host is made. The section <c>Glm</c> of the configuration sets it first, or <c>Glm:Clients:{name}</c> where the
/// client has a name.
/// </summary>
public sealed class GlmOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Glm";

    /// <summary>
    /// The API key, <c>id.secret</c>; <see langword="null"/> (the default) for that of <c>ZHIPUAI_API_KEY</c>, or else of <c>ZAI_API_KEY</c>. A client with a
    /// name has to have one of its own. Keep it out of files that are checked in: user secrets and environment variables are configuration too.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Everything but the key. Where it has no base address, <c>ZHIPUAI_BASE_URL</c> or <c>ZAI_BASE_URL</c> has, but not for a client with a name; where it has
    /// no handler, the <see cref="IHttpClientFactory"/> makes it.
    /// </summary>
    public GlmClientOptions Client { get; set; } = new();

    /// <summary>What is wrong with the configuration.</summary>
    internal List<string> Problems { get; } = [];
}
