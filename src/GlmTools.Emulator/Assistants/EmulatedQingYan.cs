using GlmTools.Emulator.Assistants;

namespace GlmTools.Emulator;

/// <summary>The QingYan side of the emulator: what a client needs to reach it.</summary>
public sealed class EmulatedQingYan
{
    private readonly AccessTokens _tokens;

    internal EmulatedQingYan(Uri baseAddress, QingYanAccount account, AccessTokens tokens)
    {
        (BaseAddress, ApiKey, ApiSecret, AssistantId) = (baseAddress, account.ApiKey, account.ApiSecret, account.AssistantId);
        _tokens = tokens;
    }

    /// <summary>The address a client takes as its base: <c>http://127.0.0.1:PORT/chatglm/assistant-api/v1</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The key it accepts.</summary>
    public string ApiKey { get; }

    /// <summary>The secret it accepts.</summary>
    public string ApiSecret { get; }

    /// <summary>The id of the one assistant there is.</summary>
    public string AssistantId { get; }

    /// <summary>Withdraws every access token that was given; clients have to fetch another one.</summary>
    public void RevokeTokens() => _tokens.Revoke();

    /// <summary>The address: nothing secret.</summary>
    public override string ToString() => BaseAddress.ToString();
}
