using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Auth;

/// <summary>
/// Decides whether an Authorization header is good: the raw key or a JWT, with or without <c>Bearer</c> (protocol sheet 1.2, 1.3, 17).
/// The codes follow protocol sheet 1.4: 1001 for no header, 1002 for what is neither key nor JWT, 1003 for expired, 1004 for a signature
/// that does not verify. A well-formed key, or key id, that is not this service's is 1000: authentication failed in general.
/// </summary>
internal sealed class Authenticator(ApiKey key, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    /// <summary>The first 13-digit number: a time below it is in seconds, not in milliseconds.</summary>
    private const long FirstMilliseconds = 1_000_000_000_000;

    /// <summary>The refusal, or <see langword="null"/> when the header is good.</summary>
    public ApiError? Check(string? header)
    {
        var token = header?.Trim() ?? "";
        if (token.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            token = token[Scheme.Length..].Trim();
        }

        return token.Split('.') switch
        {
            [""] => Refuse("1001", "No Authorization header was received; send 'Authorization: Bearer <API key>'."),
            [{ Length: > 0 }, { Length: > 0 }] => key.IsRawKey(token) ? null : Refuse("1000", "Authentication failed: this API key is not known here."),
            [var head, var payload, var signature] => Check(Jwt.Parse(head, payload, signature)),
            _ => Refuse("1002", "The token is malformed: it is neither an API key (id.secret) nor a JWT."),
        };
    }

    private ApiError? Check(Jwt? jwt) => jwt switch
    {
        null => Refuse("1002", "The JWT is malformed: it needs a header, a payload with api_key, exp and timestamp (whole numbers), and a signature, in base64url."),
        { IsHs256: false } => Refuse("1002", "The JWT header must have alg HS256 and sign_type SIGN."),
        _ when jwt.ApiKeyId != key.Id => Refuse("1000", "Authentication failed: the api_key of the JWT is not known here."),
        _ when !key.IsSignature(jwt.Signature, jwt.Signed) => Refuse("1004", "The signature of the JWT does not verify: it must be HMAC-SHA256 with the secret's UTF-8 bytes."),
        _ when jwt.Expires <= time.GetUtcNow().ToUnixTimeMilliseconds() => Refuse("1003", "The token is expired: exp lies in the past. It counts milliseconds since the Unix epoch, 13 digits."),
        { Timestamp: < FirstMilliseconds } => Refuse("1003", "The token is expired: timestamp counts milliseconds since the Unix epoch, 13 digits."),
        _ => null,
    };

    private static ApiError Refuse(string code, string message) => new(401, code, message);
}
