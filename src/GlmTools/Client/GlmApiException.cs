using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace GlmTools;

/// <summary>The service refused a request, or failed to serve it.</summary>
public sealed partial class GlmApiException : GlmException
{
    private const string Beijing = "+08:00";

    private GlmApiException(string message)
        : base(message)
    {
    }

    /// <summary>The HTTP status; 200 where the error came inside an answer that had begun well.</summary>
    public HttpStatusCode StatusCode { get; private init; }

    /// <summary>The business code, such as <c>1302</c>, which says more than the status (protocol sheet 6.2); <see langword="null"/> where there is none.</summary>
    public string? Code { get; private init; }

    /// <summary>The id under which the service knows the request; <see langword="null"/> where it does not say.</summary>
    public string? RequestId { get; private init; }

    /// <summary>
    /// When the limit that was reached is reset, where the service says so (codes 1308, 1310, 1316 to 1321). It writes the time without its
    /// zone; it is taken for that of Beijing, UTC+8 (protocol sheet 6.3).
    /// </summary>
    public DateTimeOffset? ResetsAt { get; private init; }

    /// <summary>What kind of refusal it is.</summary>
    public GlmErrorCategory Category { get; private init; }

    /// <summary>Makes the exception for a body that is no answer.</summary>
    /// <param name="status">The HTTP status it came with.</param>
    /// <param name="utf8">The body.</param>
    /// <param name="shouldRetry">What the service itself says about sending the request again.</param>
    /// <param name="credential">Whose secrets the message may not hold.</param>
    internal static GlmApiException For(HttpStatusCode status, ReadOnlySpan<byte> utf8, bool? shouldRetry, GlmCredential credential)
        => For(status, ErrorBody.Parse(utf8), shouldRetry, credential);

    /// <summary>Makes the exception for an error.</summary>
    /// <param name="status">The HTTP status it came with.</param>
    /// <param name="error">What it says; <see langword="null"/> for a body that tells of no error.</param>
    /// <param name="shouldRetry">What the service itself says about sending the request again.</param>
    /// <param name="credential">Whose secrets the message may not hold.</param>
    internal static GlmApiException For(HttpStatusCode status, ErrorBody? error, bool? shouldRetry, GlmCredential credential)
    {
        var rule = error is null && status == HttpStatusCode.OK
            ? new ErrorRule(GlmErrorCategory.Server, RetryKind.Short)
            : ErrorRule.For((int)status, error?.Code, error?.Message);
        return new(credential.Redact(Describe(status, error, rule.Category)))
        {
            StatusCode = status,
            Code = Redact(error?.Code ?? error?.Status),
            RequestId = Redact(error?.RequestId),
            Category = rule.Category,
            ResetsAt = rule.Category == GlmErrorCategory.Quota ? ResetTime(error?.Message) : null,
            Retry = shouldRetry switch
            {
                true => rule.Retry == RetryKind.Never ? RetryKind.Short : rule.Retry,
                false => RetryKind.Never,
                null => rule.Retry,
            },
        };

        string? Redact(string? text) => text is null ? null : credential.Redact(text);
    }

    private static DateTimeOffset? ResetTime(string? message)
        => message is not null
            && TimeOfDay().Match(message) is { Success: true } match
            && DateTimeOffset.TryParseExact(match.Value + Beijing, "yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static string Describe(HttpStatusCode status, ErrorBody? error, GlmErrorCategory category)
    {
        if (error is null)
        {
            return $"GLM answered HTTP {(int)status} with a body that is neither an answer nor an error of the service; a proxy on the way may have sent it.";
        }

        var code = (error.Code ?? error.Status) is { } number ? $", code {number}" : "";
        var message = error.Message is null ? "" : $": {error.Message.ReplaceLineEndings(" ").TrimEnd('.', '。', ' ')}";
        return $"GLM answered HTTP {(int)status}{code}{message}. {Remedy(category)}".TrimEnd();
    }

    private static string Remedy(GlmErrorCategory category) => category switch
    {
        GlmErrorCategory.Authentication => "Check the API key, and that it belongs to this base address.",
        GlmErrorCategory.Account => "Check the account's balance, plan and permissions; a Coding Plan key works only at the plan's own base address.",
        GlmErrorCategory.Quota => "Wait until the limit is reset, or raise it in the console.",
        GlmErrorCategory.RateLimit => "Send fewer requests at a time.",
        GlmErrorCategory.Overloaded => "Try again in some minutes, or use another model.",
        GlmErrorCategory.ContextWindow => "Shorten the conversation, or use a model with a larger window.",
        GlmErrorCategory.ContentFilter => "Something in the conversation, tool results included, is refused; remove it before going on.",
        _ => "",
    };

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex TimeOfDay();
}
