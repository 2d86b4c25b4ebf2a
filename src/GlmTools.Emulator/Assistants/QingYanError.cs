using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Assistants;

/// <summary>
/// A refusal: a status other than 0, as a rule with HTTP 200 (protocol sheet 9.1). Which numbers the service uses is not known; these are the
/// emulator's own, HTTP's in thousands, so that nobody takes them for the real ones.
/// </summary>
internal sealed record QingYanError(int Status, string Message)
{
    /// <summary>The HTTP status.</summary>
    public int HttpStatus { get; init; } = 200;

    public static QingYanError BadRequest(string message) => new(400_000, message);

    public static QingYanError WrongKey { get; } = new(401_000, "api_key and api_secret do not belong to an account.");

    public static QingYanError WrongToken { get; } = new(401_001, "The access token is missing, expired or withdrawn; fetch another one from get_token.") { HttpStatus = 401 };

    public static QingYanError NotFound(string message) => new(404_000, message);

    public static QingYanError TooMany(string message) => new(429_000, message);

    public WireResponse ToResponse() => WireResponse.OfJson(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("status", Status);
        json.WriteString("message", Message);
        json.WriteEndObject();
    })) with { Status = HttpStatus };
}
