using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Assistants;

/// <summary>An answer as a whole (protocol sheet 9.2, <c>stream_sync</c>).</summary>
internal static class AssistantAnswer
{
    public static WireResponse Of(EmulatedAssistantReply reply, string conversation)
    {
        if (reply.LastError is { } error)
        {
            return new QingYanError(500_001, $"The run failed: {error}").ToResponse();
        }

        if (reply.Intervention is { } text)
        {
            return new QingYanError(400_001, text).ToResponse();
        }

        var contents = new JsonArray([.. reply.Contents.Select(static content => content.States.Last())]);
        var result = new JsonObject { ["conversation_id"] = conversation, ["output"] = new JsonArray(new JsonObject { ["content"] = contents }) };
        return WireResponse.OfJson(Encoding.UTF8.GetBytes(EmulatedAssistantContent.Write(new JsonObject { ["status"] = 0, ["message"] = "success", ["result"] = result })));
    }
}
