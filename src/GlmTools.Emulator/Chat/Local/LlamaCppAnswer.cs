using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat.Local;

/// <summary>What is peculiar to the answers of llama.cpp's server, as version 0.7 gives them (<c>docs/local-servers.md</c>).</summary>
internal static class LlamaCppAnswer
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>32 letters and digits, for completions and for calls.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Alphanumeric, 32);

    /// <summary>Says how long it took: in a whole answer, and in the last chunk of a stream.</summary>
    public static void AddTimings(JsonObject payload) => payload["timings"] = new JsonObject
    {
        ["cache_n"] = 0,
        ["prompt_n"] = 1,
        ["prompt_ms"] = 0.5,
        ["predicted_n"] = 1,
        ["predicted_ms"] = 0.5,
    };

    /// <summary>The code is a number, and there is a type. An unknown key and a missing one are told alike.</summary>
    public static WireResponse Refuse(ApiError error)
    {
        var isKey = error.Status == 401;
        return WireResponse.OfJson(StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteNumber("code", error.Status);
            json.WriteString("message", isKey ? "Invalid API Key" : error.Message);
            json.WriteString("type", isKey ? "authentication_error" : error.Status < 500 ? "invalid_request_error" : "server_error");
            json.WriteEndObject();
            json.WriteEndObject();
        })) with { Status = error.Status };
    }
}
