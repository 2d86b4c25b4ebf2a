using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Faults;

namespace GlmTools.Emulator;

// Errors in place of an answer (protocol sheet 6).
public abstract partial class FaultProfile
{
    /// <summary>401, code 1001: there is no authentication header.</summary>
    public static FaultProfile NoAuthentication { get; } = Error(401, "1001", "There is no authentication header.");

    /// <summary>401, code 1002: the token is not valid.</summary>
    public static FaultProfile InvalidToken { get; } = Error(401, "1002", "The token is not valid.");

    /// <summary>401, code 1003: the token is expired.</summary>
    public static FaultProfile ExpiredToken { get; } = Error(401, "1003", "The token is expired.");

    /// <summary>400, code 1214: something in <c>messages</c> is illegal.</summary>
    public static FaultProfile IllegalMessages { get; } = Error(400, "1214", "messages is illegal.");

    /// <summary>400, code 1261: the prompt is too long.</summary>
    public static FaultProfile PromptTooLong { get; } = Error(400, "1261", "The prompt is too long.");

    /// <summary>400, code 1301: something unsafe in the conversation, with <c>contentFilter</c> beside the error (protocol sheet 6.1).</summary>
    public static FaultProfile UnsafeContent { get; } = new ReplyFault([], "the answer is HTTP 400, code 1301, with contentFilter",
        static (_, _) => EmulatedReply.Raw($"{{\"contentFilter\":[{{\"level\":1,\"role\":\"user\"}}],{ErrorBody("1301", "The content may be unsafe or sensitive.")[1..]}", status: 400));

    /// <summary>429, code 1302: the rate of the account is reached; passes within seconds.</summary>
    public static FaultProfile RateLimited { get; } = Error(429, "1302", "The rate limit of the account is reached.");

    /// <summary>429, code 1305: the model is overloaded for everybody; passes within minutes.</summary>
    public static FaultProfile Overloaded { get; } = Error(429, "1305", "The model is overloaded, try again later.");

    /// <summary>429, code 1113: the account is in arrears; does not pass, whatever the status says.</summary>
    public static FaultProfile Arrears { get; } = Error(429, "1113", "The account is in arrears, recharge it.");

    /// <summary>429, code 1308: the limit of the plan is used up; the message names the time of its reset (protocol sheet 6.3).</summary>
    public static FaultProfile UsageLimit { get; } = Error(429, "1308", "The usage limit is reached. Your limit will reset at 2026-11-23 08:00:00.");

    /// <summary>Quirk 4: 500, code 500: an internal error, as from engines that a call without arguments makes crash.</summary>
    public static FaultProfile InternalError { get; } = Error(500, "500", "Internal error.", 4);

    /// <summary>502 and an HTML page, as from a proxy on the way (protocol sheet 6.1).</summary>
    public static FaultProfile HtmlBadGateway { get; } = new ReplyFault([], "the answer is HTTP 502 and a page in HTML",
        static (_, _) => EmulatedReply.Raw("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n", "text/html", 502));

    private static FaultProfile[] ErrorFaults =>
    [
        NoAuthentication, InvalidToken, ExpiredToken, IllegalMessages, PromptTooLong, UnsafeContent, RateLimited, Overloaded, Arrears, UsageLimit, InternalError,
        HtmlBadGateway,
    ];

    private static ReplyFault Error(int status, string code, string message, int? quirk = null, [CallerMemberName] string property = "")
        => new(quirk is { } number ? [number] : [], $"the answer is HTTP {status}, code {code}", (_, _) => EmulatedReply.Fail(status, code, message), property);

    private static string ErrorBody(string code, string message)
        => Garbled.Text(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
