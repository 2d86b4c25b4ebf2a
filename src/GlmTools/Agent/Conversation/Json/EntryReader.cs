using System.Runtime.InteropServices;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads what <see cref="EntryWriter"/> wrote.</summary>
internal static class EntryReader
{
    /// <summary>Reads an entry.</summary>
    /// <exception cref="JsonException">It is none that this version knows.</exception>
    public static ConversationEntry Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static ConversationEntry Read(JsonElement entry)
    {
        if (entry.TryGetProperty("message"u8, out var message))
        {
            return new MessageEntry(ReadMessage(message))
            {
                RunId = Text(entry, "run"),
                Turn = entry.TryGetProperty("turn"u8, out var turn) ? ReadTurn(turn) : null,
                Calls = entry.TryGetProperty("calls"u8, out var calls) ? [.. calls.EnumerateArray().Select(ReadCall)] : [],
            };
        }

        if (entry.TryGetProperty("started"u8, out var started))
        {
            return new CallStartedEntry(ReadCall(started));
        }

        if (entry.TryGetProperty("finished"u8, out var finished))
        {
            return new CallFinishedEntry(Required(finished, "id"), Required(finished, "text"));
        }

        return entry.TryGetProperty("history"u8, out var history)
            ? new HistoryEntry([.. history.EnumerateArray().Select(ReadMessage)]) { EndsRun = entry.TryGetProperty("ends_run"u8, out var ends) && ends.ValueKind == JsonValueKind.True }
            : throw new JsonException("An entry is none that this version of GlmTools knows.");
    }

    public static GlmTurn ReadTurn(JsonElement turn) => new()
    {
        Model = Required(turn, "model"),
        FinishReason = Text(turn, "finish_reason") is { } reason ? new GlmFinishReason(reason) : null,
        Usage = new()
        {
            PromptTokens = Number(turn, "prompt_tokens"),
            CompletionTokens = Number(turn, "completion_tokens"),
            TotalTokens = Number(turn, "total_tokens"),
            CachedTokens = Number(turn, "cached_tokens"),
            ReasoningTokens = Number(turn, "reasoning_tokens"),
        },
        StartedAt = Time(turn),
        Duration = Seconds(turn),
        Cost = Text(turn, "currency") is { } currency ? new GlmCost(turn.GetProperty("cost"u8).GetDecimal(), currency) : null,
    };

    public static DateTimeOffset? Time(JsonElement element)
        => element.TryGetProperty("at"u8, out var at) ? at.GetDateTimeOffset() : null;

    public static TimeSpan Seconds(JsonElement element)
        => element.TryGetProperty("seconds"u8, out var seconds) ? TimeSpan.FromTicks((long)(seconds.GetDecimal() * TimeSpan.TicksPerSecond)) : default;

    public static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string Required(JsonElement element, string name)
        => Text(element, name) ?? throw new JsonException($"An entry has no '{name}'.");

    private static long Number(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;

    private static RecordedCall ReadCall(JsonElement call)
        => new(new(Required(call, "id"), Required(call, "name"), Required(call, "arguments")), tool: null, Text(call, "tool"));

    private static GlmChatMessage ReadMessage(JsonElement message)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(message);
        var json = new Utf8JsonReader(utf8);
        json.Read();
        return json.TokenType == JsonTokenType.StartObject
            ? ChatMessageReader.Read(ref json, utf8)
            : throw new JsonException("A message is an object.");
    }
}
