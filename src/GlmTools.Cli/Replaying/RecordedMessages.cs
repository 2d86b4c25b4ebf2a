using System.Text.Json;
using GlmTools.Testing;

namespace GlmTools.Cli.Replaying;

/// <summary>What a request brought that the one before it had not.</summary>
internal static class RecordedMessages
{
    /// <summary>The new messages of a request, as lines to read: user, system and tool messages; the assistant's are in the answers.</summary>
    public static IEnumerable<string> New(GlmRecordedExchange exchange, GlmRecordedExchange? before)
    {
        var known = before is null ? [] : Of(before).Select(static message => message.GetRawText()).ToHashSet();
        foreach (var message in Of(exchange).Where(message => !known.Contains(message.GetRawText())))
        {
            var role = message.TryGetProperty("role", out var name) ? name.ToString() : "";
            if (role != "assistant" && message.TryGetProperty("content", out var content))
            {
                yield return role == "tool" ? $"<- {content}" : $"{role}> {content}";
            }
        }
    }

    /// <summary>The definitions a request offered, or <see langword="null"/>.</summary>
    public static JsonElement? Tools(GlmRecordedExchange exchange)
        => exchange.Request.Body.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("tools", out var tools) ? tools : null;

    /// <summary>The messages of a request.</summary>
    public static IEnumerable<JsonElement> Of(GlmRecordedExchange exchange)
        => exchange.Request.Body.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray() : [];
}
