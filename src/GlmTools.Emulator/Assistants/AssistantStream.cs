using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Assistants;

/// <summary>
/// An answer as a stream (protocol sheet 9.2): first a frame whose message is empty, then each content repeated as a whole while it grows, then
/// the end.
/// </summary>
internal static class AssistantStream
{
    public static WireResponse Of(EmulatedAssistantReply reply, string conversation)
        => WireResponse.OfEvents(Frames(reply, conversation).Select(frame => Encode(frame, reply)));

    private static IEnumerable<JsonObject> Frames(EmulatedAssistantReply reply, string conversation)
    {
        yield return Frame(conversation, "init", []);
        JsonObject last = [];
        foreach (var state in reply.Contents.SelectMany(static content => content.States))
        {
            last = state;
            yield return Frame(conversation, "init", Message("init", (JsonObject)state.DeepClone()));
        }

        var end = reply switch
        {
            { Intervention: not null } => "intervene",
            { LastError: not null } => "error",
            _ => "finish",
        };
        var message = Message(end, last);
        if (reply.Sources.Count > 0)
        {
            message["meta_data"] = new JsonObject { ["metadata_list"] = new JsonArray([.. reply.Sources.Select(static source => new JsonObject { ["title"] = source.Title, ["url"] = source.Url })]) };
        }

        var frame = Frame(conversation, end, message);
        frame["last_error"] = reply.Intervention is { } text ? new JsonObject { ["intervene_text"] = text } : JsonNode.Parse(reply.LastError ?? "{}");
        yield return frame;
    }

    private static JsonObject Frame(string conversation, string status, JsonObject message)
        => new() { ["conversation_id"] = conversation, ["status"] = status, ["last_error"] = new JsonObject(), ["message"] = message };

    private static JsonObject Message(string status, JsonObject content)
        => new() { ["role"] = "assistant", ["status"] = status, ["content"] = content };

    private static ReadOnlyMemory<byte> Encode(JsonObject frame, EmulatedAssistantReply reply)
        => Encoding.UTF8.GetBytes($"{(reply.EventLines ? "event:message\n" : "")}data:{(reply.BlankAfterColon ? " " : "")}{EmulatedAssistantContent.Write(frame)}\n\n");
}
