using System.Globalization;

namespace GlmTools;

/// <summary>Names errors for <c>error.type</c>, of which there must not be many: codes and types, never messages.</summary>
internal static class ErrorTypes
{
    private const string InvalidArguments = "invalid_arguments";
    private const string ToolError = "tool_error";

    /// <summary>The service's business code, or else its HTTP status; the type of every other exception.</summary>
    public static string Of(Exception exception) => exception switch
    {
        GlmApiException refused => refused.Code ?? ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture),
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => exception.GetType().FullName!,
    };

    /// <summary>The type of what a tool threw, or what else was wrong with a call; <see langword="null"/> for one that succeeded.</summary>
    public static string? Of(in GlmToolResult result) => result switch
    {
        { IsError: false } => null,
        { Exception: { } thrown } => Of(thrown),
        { Error: not null } => InvalidArguments,
        _ => ToolError,
    };
}
