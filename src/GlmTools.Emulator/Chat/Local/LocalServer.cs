using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Faults;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat.Local;

/// <summary>
/// What a server of the OpenAI dialect makes of an answer (protocol sheet 12.2): ids of its own, no request id, nulls for all it does not
/// use, the finish reason in a chunk by itself, and the usage of a stream only where it was asked for.
/// </summary>
/// <param name="server">The server.</param>
internal sealed class LocalServer(EmulatedServer server)
{
    /// <summary>The server; <see langword="null"/> for the service, whose answers stay as they are.</summary>
    public static LocalServer? Of(EmulatedServer server) => server is EmulatedServer.Service ? null : new(server);

    /// <summary>Gives each call without an id one in the form of the server.</summary>
    public IReadOnlyList<EmulatedToolCall> Complete(IReadOnlyList<EmulatedToolCall> calls)
        => [.. calls.Select(call => call.Id is null ? call with { Id = NewCallId() } : call)];

    /// <summary>The body, or the chunks of a stream, as the server writes them.</summary>
    public IEnumerable<byte[]> Payloads(IEnumerable<byte[]> payloads, JsonElement request)
    {
        IEnumerable<JsonObject> written = [.. payloads.Select(static payload => JsonNode.Parse(payload)!.AsObject())];
        if (request.IsTrue("stream"))
        {
            written = Stream([.. written], tellsUsage: request.Find("stream_options")?.IsTrue("include_usage") ?? false);
        }

        var id = server is EmulatedServer.LlamaCpp ? $"chatcmpl-{LlamaCppAnswer.NewId()}" : $"chatcmpl-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        JsonObject[] translated = [.. written.Select(payload => Translate(payload, id))];
        if (server is EmulatedServer.LlamaCpp)
        {
            LlamaCppAnswer.AddTimings(translated[^1]);
        }

        return [.. translated.Select(static payload => StrictJson.Write(json => payload.WriteTo(json)))];
    }

    /// <summary>A refusal as the server tells it. Only that of llama.cpp was seen; the others keep the form of the service.</summary>
    public WireResponse Refuse(ApiError error) => server is EmulatedServer.LlamaCpp ? LlamaCppAnswer.Refuse(error) : WireResponse.Of(error);

    private IEnumerable<JsonObject> Stream(IReadOnlyList<JsonObject> chunks, bool tellsUsage)
    {
        var first = Payload.Like(chunks[0], new() { ["role"] = "assistant", ["content"] = server is EmulatedServer.LlamaCpp ? null : "" });
        foreach (var chunk in chunks)
        {
            Payload.Message(chunk)!.Remove("role");
        }

        var written = StreamChunks.WithSeparateUsage([first, .. StreamChunks.WithSeparateFinishReason(chunks)]).ToList();
        foreach (var chunk in written.SkipLast(1))
        {
            chunk.Remove("usage");
        }

        return tellsUsage ? written : written.SkipLast(1);
    }

    private JsonObject Translate(JsonObject payload, string id)
    {
        payload["id"] = id;
        payload.Remove("request_id");
        if (Payload.Choice(payload) is not { } choice)
        {
            return payload;
        }

        if (server is not EmulatedServer.LlamaCpp)
        {
            choice["logprobs"] = null;
        }

        choice["finish_reason"] = choice["finish_reason"]?.DeepClone();
        if (server is EmulatedServer.Vllm)
        {
            choice["stop_reason"] = null;
        }

        if (choice["message"] is JsonObject message && message["content"] is null)
        {
            message["content"] = server is EmulatedServer.LlamaCpp or EmulatedServer.Ollama ? "" : null;
        }

        return payload;
    }

    private string NewCallId() => server switch
    {
        EmulatedServer.Vllm => $"chatcmpl-tool-{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
        EmulatedServer.LlamaCpp => LlamaCppAnswer.NewId(),
        _ => $"call_{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
    };
}
