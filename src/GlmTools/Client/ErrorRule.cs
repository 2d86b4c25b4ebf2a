using static GlmTools.GlmErrorCategory;
using static GlmTools.RetryKind;

namespace GlmTools;

/// <summary>What an error of the service means and whether to send the request again: the table of protocol sheet 6.2.</summary>
internal readonly record struct ErrorRule(GlmErrorCategory Category, RetryKind Retry)
{
    private static readonly Dictionary<string, ErrorRule> ByCode = new()
    {
        ["1000"] = new(Authentication, Never),
        ["1001"] = new(Authentication, Never),
        ["1002"] = new(Authentication, Never),
        ["1003"] = new(Authentication, FreshToken),
        ["1004"] = new(Authentication, Never),
        ["1005"] = new(Authentication, Never),
        ["1100"] = new(Account, Never),
        ["1110"] = new(Account, Never),
        ["1111"] = new(Account, Never),
        ["1112"] = new(Account, Never),
        ["1113"] = new(Account, Never),
        ["1120"] = new(Account, Never),
        ["1121"] = new(Account, Never),
        ["1200"] = new(Server, Short),
        ["1210"] = new(InvalidRequest, Never),
        ["1211"] = new(InvalidRequest, Never),
        ["1212"] = new(InvalidRequest, Never),
        ["1213"] = new(InvalidRequest, Never),
        ["1214"] = new(InvalidRequest, Never),
        ["1215"] = new(InvalidRequest, Never),
        ["1220"] = new(Account, Never),
        ["1221"] = new(InvalidRequest, Never),
        ["1222"] = new(InvalidRequest, Never),
        ["1230"] = new(Server, Short),
        ["1231"] = new(InvalidRequest, Never),
        ["1234"] = new(Server, Short),
        ["1261"] = new(ContextWindow, Never),
        ["1301"] = new(ContentFilter, Never),
        ["1302"] = new(RateLimit, Short),
        ["1303"] = new(RateLimit, Short),
        ["1304"] = new(Quota, Never),
        ["1305"] = new(Overloaded, Long),
        ["1308"] = new(Quota, Never),
        ["1309"] = new(Account, Never),
        ["1310"] = new(Quota, Never),
        ["1311"] = new(Account, Never),
        ["1312"] = new(Overloaded, Long),
        ["1313"] = new(Account, Never),
        ["1314"] = new(Account, Never),
        ["1315"] = new(Account, Never),
        ["1316"] = new(Quota, Never),
        ["1317"] = new(Quota, Never),
        ["1318"] = new(Quota, Never),
        ["1319"] = new(Quota, Never),
        ["1320"] = new(Quota, Never),
        ["1321"] = new(Quota, Never),
        ["1701"] = new(RateLimit, Short),
        ["1702"] = new(Server, Never),
        ["1703"] = new(Server, Never),
    };

    /// <summary>The rule for an error. The code decides; only where it says nothing the HTTP status does.</summary>
    /// <param name="status">The HTTP status; 200 for an error inside an answer.</param>
    /// <param name="code">The business code, or <see langword="null"/>.</param>
    /// <param name="message">What the service says.</param>
    public static ErrorRule For(int status, string? code, string? message)
    {
        if (code is not null && ByCode.TryGetValue(code, out var rule))
        {
            return rule;
        }

        // Tokens a minute have a limit as well, and that one passes.
        if (status != 429 && IsOverflow(message))
        {
            return new(ContextWindow, Never);
        }

        // Gateways repeat the status as the code, also for errors inside an answer.
        return ByStatus(status == 200 && int.TryParse(code, out var number) ? number : status);
    }

    private static ErrorRule ByStatus(int status) => status switch
    {
        401 => new(Authentication, Never),
        403 or 434 => new(Account, Never),
        408 or 409 => new(Server, Short),
        429 => new(RateLimit, Short),
        >= 400 and < 500 => new(InvalidRequest, Never),
        >= 500 and < 600 => new(Server, Short),
        _ => new(Unknown, Never),
    };

    // The one error that comes without a code of its own now and then (protocol sheet 6.2), and never has one from llama.cpp,
    // whose request "exceeds the available context size".
    private static bool IsOverflow(string? message)
        => message is not null
            && message.Contains("token", StringComparison.OrdinalIgnoreCase)
            && message.Contains("exceed", StringComparison.OrdinalIgnoreCase)
            && (message.Contains("max", StringComparison.OrdinalIgnoreCase) || message.Contains("context", StringComparison.OrdinalIgnoreCase));
}
