using System.Text.Json;

namespace GlmTools;

/// <summary>Reads answers that come as a whole: <c>{"status":0,"message":...,"result":...}</c>, where any other status is a refusal (protocol sheet 9.1).</summary>
internal static class QingYanWire
{
    /// <summary>The token; <see langword="null"/> for a refusal.</summary>
    /// <param name="utf8">The answer.</param>
    /// <param name="now">When it came.</param>
    /// <param name="early">How long before its end the token is to be renewed.</param>
    public static QingYanToken? ReadToken(ReadOnlySpan<byte> utf8, DateTimeOffset now, TimeSpan early)
    {
        if (ReadResult(utf8) is not { } result || result.FindText("access_token") is not { Length: > 0 } token)
        {
            return null;
        }

        // One that does not tell its life is good until the service says otherwise.
        return new(token, result.Find("expires_in") is { ValueKind: JsonValueKind.Number } life && life.TryGetInt32(out var seconds)
            ? now + RenewAfter(TimeSpan.FromSeconds(seconds), early)
            : DateTimeOffset.MaxValue);
    }

    /// <summary>The file; <see langword="null"/> for a refusal.</summary>
    public static QingYanFile? ReadFile(ReadOnlySpan<byte> utf8)
        => ReadResult(utf8) is { } result && result.FindText("file_id") is { Length: > 0 } id
            ? new()
            {
                FileId = id,
                Extensions = result.EnumerateObject().Where(static member => member.Name != "file_id").ToDictionary(static member => member.Name, static member => member.Value),
            }
            : null;

    /// <summary>The answer; <see langword="null"/> for a refusal.</summary>
    public static QingYanAnswer? ReadAnswer(ReadOnlySpan<byte> utf8)
        => ReadResult(utf8) is { ValueKind: JsonValueKind.Object } result
            ? new()
            {
                ConversationId = result.FindText("conversation_id"),
                Output = [.. result.Find("output").Items()
                    .SelectMany(static message => message.Find("content").Items())
                    .Select(content => QingYanContentReader.Read(content, result))
                    .OfType<QingYanContent>()],
            }
            : null;

    private static JsonElement? ReadResult(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            var answer = JsonElement.ParseValue(ref reader);
            return answer.Find("status") is { ValueKind: JsonValueKind.Number } status && status.TryGetInt64(out var number) && number == 0
                ? answer.Find("result")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan RenewAfter(TimeSpan life, TimeSpan early) => life - (early < life / 2 ? early : life / 2);
}
