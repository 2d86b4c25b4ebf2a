namespace GlmTools;

/// <summary>How a client proves who it is. Both take the same API key.</summary>
public enum GlmAuthentication
{
    /// <summary>Sends the API key itself as bearer token, as the current official SDKs do (protocol sheet 1.2).</summary>
    ApiKey,

    /// <summary>
    /// Signs a short-lived JWT with the secret part of the key, so that the secret never leaves the process (protocol
    /// sheet 1.3). Needs a key of the form <c>id.secret</c> and a clock that is right to some seconds.
    /// </summary>
    Jwt,
}
