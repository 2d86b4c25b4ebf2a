using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Assistants;

/// <summary>What a question must be (protocol sheet 9.2).</summary>
internal static class QuestionRules
{
    public static QingYanError? Check(JsonElement body, string assistantId, Conversations conversations, Uploads uploads)
    {
        if (body.Text("assistant_id") is not { Length: > 0 } assistant)
        {
            return QingYanError.BadRequest("assistant_id is missing.");
        }

        if (body.Text("prompt") is not { } prompt || string.IsNullOrWhiteSpace(prompt))
        {
            return QingYanError.BadRequest("prompt is missing.");
        }

        if (assistant != assistantId)
        {
            return QingYanError.NotFound($"The assistant '{assistant}' is none of this account's; only own assistants can be asked.");
        }

        return CheckConversation(body, conversations) ?? CheckFiles(body, uploads)
            ?? (body.Find("meta_data") is { ValueKind: not JsonValueKind.Object } ? QingYanError.BadRequest("meta_data must be an object.") : null);
    }

    private static QingYanError? CheckConversation(JsonElement body, Conversations conversations) => body.Find("conversation_id") switch
    {
        null => null,
        { } id when id.AsText() is not { } text => QingYanError.BadRequest("conversation_id must be text."),
        { } id => id.AsText() is "" || conversations.Exists(id.AsText()!) ? null : QingYanError.NotFound($"There is no conversation '{id.AsText()}'."),
    };

    private static QingYanError? CheckFiles(JsonElement body, Uploads uploads)
    {
        if (body.Find("file_list") is { ValueKind: not JsonValueKind.Array })
        {
            return QingYanError.BadRequest("file_list must be an array.");
        }

        foreach (var file in body.Items("file_list"))
        {
            if (file.Text("file_id") is not { } id || uploads.Find(id) is null)
            {
                return QingYanError.NotFound("file_list names a file that was not uploaded: each item has the file_id that file_upload returned.");
            }
        }

        return null;
    }
}
