using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Validation;

/// <summary>
/// The refusals of a request body, all HTTP 400 (protocol sheet 6.2). One code a kind, so that a test can tell them apart: 1213 for a
/// missing field, 1214 for anything wrong inside <c>messages</c> or <c>tools</c>, 1210 for the type, range or value of any other field.
/// </summary>
internal static class BadRequest
{
    public static ApiError Body { get; } = new(400, "1210", "The request body must be one JSON object in UTF-8.");

    public static ApiError Parameter(string field, string expected) => new(400, "1210", $"{field} must be {expected}.");

    public static ApiError Missing(string field) => new(400, "1213", $"{field} is missing.");

    public static ApiError Illegal(string field, string problem) => new(400, "1214", $"{field} {problem}.");

    public static ApiError UnknownModel(string model) => new(400, "1211", $"The model '{model}' does not exist.");

    public static ApiError UsedRequestId(string requestId) => new(400, "1231", $"request_id '{requestId}' was used before; send another one.");
}
