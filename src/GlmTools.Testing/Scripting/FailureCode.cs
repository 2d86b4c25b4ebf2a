using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>The business codes of the service and the status each one comes with (protocol sheet 6.2).</summary>
internal static class FailureCode
{
    /// <exception cref="ArgumentException">The code is not in the list, and no status is given.</exception>
    public static EmulatedFailure ToReply(int code, string? message, int? status)
    {
        var (known, words) = Of(code);
        return (status ?? known) is { } found
            ? EmulatedReply.Fail(found, code.ToString(CultureInfo.InvariantCulture), message ?? words)
            : throw new ArgumentException($"The service has no error {code} with a status of its own: say which one, as in Fail({code}, status: 400).", nameof(code));
    }

    private static (int? Status, string Words) Of(int code) => code switch
    {
        1003 => (401, "The token is expired."),
        >= 1000 and <= 1005 => (401, "Authentication failed."),
        >= 1110 and <= 1112 or 1100 => (429, "There is something wrong with the account."),
        1113 => (429, "The account is in arrears, recharge it."),
        1211 => (400, "The model does not exist."),
        1220 => (403, "There is no permission for this API."),
        1231 => (400, "The request_id is used already."),
        1261 => (400, "The prompt is too long."),
        1301 => (400, "The content may be unsafe or sensitive."),
        >= 1210 and <= 1215 or 1221 or 1222 => (400, "The parameters are not right."),
        1302 or 1303 => (429, "The rate limit of the account is reached."),
        1305 or 1312 => (429, "The model is overloaded, try again later."),
        1304 or >= 1308 and <= 1321 => (429, "The usage limit is reached."),
        500 or 1200 or 1230 or 1234 => (500, "Internal error."),
        _ => (null, "The request failed."),
    };
}
