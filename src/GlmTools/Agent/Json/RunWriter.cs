using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Writes a run as JSON.</summary>
internal static class RunWriter
{
    public static string Write(GlmRun run) => ToolJson.Text(json => Write(json, run));

    private static void Write(Utf8JsonWriter json, GlmRun run)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, run.Id);
        json.WriteString("stop"u8, run.StopReason.ToString());
        if (run.FinishReason is { } reason)
        {
            json.WriteString("finish_reason"u8, reason.Value);
        }

        json.WriteString("text"u8, run.Text);
        WriteArray(json, "turns"u8, run.Turns, EntryWriter.WriteTurn);
        WriteArray(json, "calls"u8, run.ToolCalls, WriteCall);
        WriteArray(json, "approvals"u8, run.PendingApprovals, WriteApproval);
        json.WriteString("conversation"u8, run.Conversation.Id);
        WriteArray(json, "entries"u8, run.Conversation.Entries, EntryWriter.Write);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteCall(Utf8JsonWriter json, GlmToolCallFinished finished)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, finished.Call.Id);
        json.WriteString("name"u8, finished.Call.Name);
        json.WriteString("arguments"u8, finished.Call.Arguments);
        json.WriteString("result"u8, finished.Result.Utf8.Span);
        json.WriteBoolean("failed"u8, finished.Result.IsError);
        EntryWriter.WriteTime(json, finished.StartedAt, finished.Duration);
        json.WriteEndObject();
    }

    private static void WriteApproval(Utf8JsonWriter json, GlmApprovalRequest request)
    {
        json.WriteStartObject();
        json.WriteString("run"u8, request.RunId);
        json.WriteString("call"u8, request.CallId);
        json.WriteString("tool"u8, request.ToolName);
        json.WriteString("arguments"u8, request.Arguments);
        json.WriteString("text"u8, request.Text);
        json.WriteString("token"u8, request.Token);
        json.WriteEndObject();
    }
}
