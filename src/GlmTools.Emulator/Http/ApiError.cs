using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Http;

/// <summary>An error as the service tells it (protocol sheet 6.1).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The business code, a string of digits.</param>
/// <param name="Message">What is wrong, with the name of the field.</param>
internal sealed record ApiError(int Status, string Code, string Message)
{
    public byte[] ToJson() => StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", Code);
        json.WriteString("message", Message);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
