namespace GlmTools;

/// <summary>The key as it is. Its form is left to the service, because other hosts have other keys (protocol sheet 1.2).</summary>
internal sealed class ApiKeyCredential(string apiKey) : GlmCredential
{
    public override string GetToken() => apiKey;

    protected override IEnumerable<string> Secrets() => [apiKey, .. apiKey.Split('.', 2)[1..].Where(static secret => secret.Length > 0)];
}
