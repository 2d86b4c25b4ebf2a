using System.Text;
using System.Text.Json;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>What an answer says besides its text and its calls (protocol sheet 4.1).</summary>
internal sealed record AnswerFacts(string? Model, string? Finish, TimelineTokens Tokens, string Reasoning)
{
    private const string Data = "data:";

    /// <summary>Reads them off an answer, whole or streamed. What cannot be read is passed over: it is shown as it came.</summary>
    public static AnswerFacts Of(TimelineExchange exchange)
    {
        var facts = new AnswerFacts(null, null, new(), "");
        var reasoning = new StringBuilder();
        foreach (var text in exchange.Frames?.Select(static frame => Payload(frame.Text)) ?? [exchange.Response])
        {
            facts = facts.With(text, reasoning);
        }

        return facts with { Reasoning = reasoning.ToString() };
    }

    private static string Payload(string frame)
        => string.Join('\n', frame.Split('\n').Where(static line => line.StartsWith(Data, StringComparison.Ordinal)).Select(static line => line[Data.Length..].Trim()));

    private AnswerFacts With(string text, StringBuilder reasoning)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return this;
            }

            var choice = root.TryGetProperty("choices", out var choices) && choices is { ValueKind: JsonValueKind.Array } && choices.GetArrayLength() > 0 ? choices[0] : default;
            reasoning.Append(Text(Member(choice, "delta"), "reasoning_content") ?? Text(Member(choice, "message"), "reasoning_content"));
            return this with
            {
                Model = Text(root, "model") ?? Model,
                Finish = Text(choice, "finish_reason") ?? Finish,
                Tokens = Member(root, "usage") is { ValueKind: JsonValueKind.Object } usage ? TimelineTokens.Of(usage) : Tokens,
            };
        }
        catch (JsonException)
        {
            return this;
        }
    }

    private static JsonElement Member(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
