using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>Key and secret, which sign no request: they are the body of the one that fetches the token (protocol sheet 9.1).</summary>
internal sealed class QingYanKey(string apiKey, string apiSecret) : GlmCredential
{
    public string ApiKey => apiKey;

    public string ApiSecret => apiSecret;

    /// <summary>What no message may hold.</summary>
    public IEnumerable<string> All => [apiSecret, apiKey];

    public override string GetToken() => "";

    public override ValueTask<AuthenticationHeaderValue?> AuthorizeAsync(CancellationToken cancellationToken) => new((AuthenticationHeaderValue?)null);

    protected override IEnumerable<string> Secrets() => All;
}
