using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>
/// <c>GET models</c>: not documented, but the service answers it (protocol sheet 1.1). Lists the models of the options, or those the
/// service listed on 27 August 2026.
/// </summary>
internal sealed class ModelList(GlmEmulatorOptions options)
{
    private static readonly string[] Listed =
    [
        "glm-5.3", "glm-5.3-flash", "glm-5.2", "glm-5.1", "glm-5", "glm-5-turbo", "glm-4.7", "glm-4.6", "glm-4.5", "glm-4.5-air",
    ];

    public IEnumerable<Endpoint> Endpoints => [Endpoint.Get("models", _ => WireResponse.OfJson(Encode()))];

    private byte[] Encode() => StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var model in options.KnownModels ?? Listed)
        {
            json.WriteStartObject();
            json.WriteString("id", model);
            json.WriteString("object", "model");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
