using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Writes the entries of a conversation as JSON objects, each with a key that says what it is.</summary>
internal static class EntryWriter
{
    public static string Write(ConversationEntry entry) => ToolJson.Text(json => Write(json, entry));

    public static void Write(Utf8JsonWriter json, ConversationEntry entry)
    {
        json.WriteStartObject();
        switch (entry)
        {
            case MessageEntry message:
                WriteMessage(json, message);
                break;
            case CallStartedEntry started:
                json.WritePropertyName("started"u8);
                WriteCall(json, started.Recorded);
                break;
            case CallFinishedEntry finished:
                json.WriteStartObject("finished"u8);
                json.WriteString("id"u8, finished.CallId);
                json.WriteString("text"u8, finished.Utf8.Span);
                json.WriteEndObject();
                break;
            case HistoryEntry history:
                json.WriteStartArray("history"u8);
                foreach (var message in history.Messages)
                {
                    ChatMessageWriter.Write(json, message);
                }

                json.WriteEndArray();
                if (history.EndsRun)
                {
                    json.WriteBoolean("ends_run"u8, true);
                }

                break;
        }

        json.WriteEndObject();
    }

    public static void WriteTurn(Utf8JsonWriter json, GlmTurn turn)
    {
        json.WriteStartObject();
        json.WriteString("model"u8, turn.Model);
        if (turn.FinishReason is { } reason)
        {
            json.WriteString("finish_reason"u8, reason.Value);
        }

        json.WriteNumber("prompt_tokens"u8, turn.Usage.PromptTokens);
        json.WriteNumber("completion_tokens"u8, turn.Usage.CompletionTokens);
        json.WriteNumber("total_tokens"u8, turn.Usage.TotalTokens);
        json.WriteNumber("cached_tokens"u8, turn.Usage.CachedTokens);
        json.WriteNumber("reasoning_tokens"u8, turn.Usage.ReasoningTokens);
        if (turn.Cost is { } cost)
        {
            json.WriteNumber("cost"u8, cost.Amount);
            json.WriteString("currency"u8, cost.Currency);
        }

        WriteTime(json, turn.StartedAt, turn.Duration);

        json.WriteEndObject();
    }

    public static void WriteTime(Utf8JsonWriter json, DateTimeOffset? startedAt, TimeSpan duration)
    {
        if (startedAt is { } start)
        {
            json.WriteString("at"u8, start);
        }

        // Exactly: as a double, a tick may get lost on the way back.
        json.WriteNumber("seconds"u8, duration.Ticks / (decimal)TimeSpan.TicksPerSecond);
    }

    private static void WriteMessage(Utf8JsonWriter json, MessageEntry entry)
    {
        json.WritePropertyName("message"u8);
        ChatMessageWriter.Write(json, entry.Message);
        if (entry.RunId is { } run)
        {
            json.WriteString("run"u8, run);
        }

        if (entry.Turn is { } turn)
        {
            json.WritePropertyName("turn"u8);
            WriteTurn(json, turn);
        }

        if (entry.Calls.Count > 0)
        {
            json.WriteStartArray("calls"u8);
            foreach (var call in entry.Calls)
            {
                WriteCall(json, call);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteCall(Utf8JsonWriter json, RecordedCall recorded)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, recorded.Call.Id);
        json.WriteString("name"u8, recorded.Call.Name);
        json.WriteString("arguments"u8, recorded.Call.Arguments);
        if (recorded.Fingerprint is { } fingerprint)
        {
            json.WriteString("tool"u8, fingerprint);
        }

        json.WriteEndObject();
    }
}
