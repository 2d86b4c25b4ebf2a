namespace GlmTools;

/// <summary>An access token.</summary>
internal sealed class QingYanToken(string accessToken, DateTimeOffset renewAt)
{
    public string AccessToken => accessToken;

    public DateTimeOffset RenewAt => renewAt;
}
