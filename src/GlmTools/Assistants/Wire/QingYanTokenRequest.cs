namespace GlmTools;

/// <summary>The body of <c>get_token</c> (protocol sheet 9.1).</summary>
internal sealed class QingYanTokenRequest(string apiKey, string apiSecret)
{
    public string ApiKey => apiKey;

    public string ApiSecret => apiSecret;
}
