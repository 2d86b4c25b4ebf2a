using System.Globalization;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Legacy;

/// <summary>
/// A refusal of V3: <c>{"code":1002,"msg":"...","success":false}</c>. Its HTTP status is not known (protocol sheet 10); here it is 200, so that a
/// client has to look at <c>success</c>.
/// </summary>
internal static class V3Error
{
    public static WireResponse Of(ApiError error) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("code", int.TryParse(error.Code, CultureInfo.InvariantCulture, out var code) ? code : error.Status);
        json.WriteString("msg", error.Message);
        json.WriteBoolean("success", false);
        json.WriteEndObject();
    }));
}
