using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>The key as it is. Its form is left to the service, because other hosts have other keys (protocol sheet 1.2).</summary>
internal sealed class ApiKeyCredential(string apiKey) : GlmCredential
{
    private readonly AuthenticationHeaderValue _header = new("Bearer", apiKey);

    public override string GetToken() => apiKey;

    public override ValueTask<AuthenticationHeaderValue?> AuthorizeAsync(CancellationToken cancellationToken) => new(_header);

    protected override IEnumerable<string> Secrets() => [apiKey, .. apiKey.Split('.', 2)[1..].Where(static secret => secret.Length > 0)];
}
