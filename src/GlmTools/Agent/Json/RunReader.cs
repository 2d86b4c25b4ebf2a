using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads what <see cref="RunWriter"/> wrote.</summary>
internal static class RunReader
{
    public static GlmRun Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new GlmException($"The run cannot be read: {malformed.Message}", malformed);
        }
    }

    private static GlmRun Read(JsonElement run)
    {
        GlmTurn[] turns = [.. run.GetProperty("turns"u8).EnumerateArray().Select(EntryReader.ReadTurn)];
        return new()
        {
            Id = EntryReader.Required(run, "id"),
            StopReason = Enum.Parse<GlmStopReason>(EntryReader.Required(run, "stop")),
            FinishReason = EntryReader.Text(run, "finish_reason") is { } reason ? new GlmFinishReason(reason) : null,
            Text = EntryReader.Required(run, "text"),
            Turns = turns,
            Usage = turns.Aggregate(default(GlmUsage), static (sum, turn) => sum + turn.Usage),
            Cost = turns.All(static turn => turn.Cost is not null) ? turns.Aggregate(default(GlmCost), static (sum, turn) => sum + turn.Cost!.Value) : null,
            ToolCalls = [.. run.GetProperty("calls"u8).EnumerateArray().Select(ReadCall)],
            PendingApprovals = [.. run.GetProperty("approvals"u8).EnumerateArray().Select(ReadApproval)],
            Conversation = GlmConversation.Restore(
                EntryReader.Required(run, "conversation"), run.GetProperty("entries"u8).EnumerateArray().Select(EntryReader.Read)),
        };
    }

    private static GlmToolCallFinished ReadCall(JsonElement call) => GlmToolCallFinished.Of(
        new(EntryReader.Required(call, "id"), EntryReader.Required(call, "name"), EntryReader.Required(call, "arguments")),
        new(Encoding.UTF8.GetBytes(EntryReader.Required(call, "result"))) { IsError = call.GetProperty("failed"u8).GetBoolean() },
        EntryReader.Seconds(call),
        EntryReader.Time(call));

    private static GlmApprovalRequest ReadApproval(JsonElement request) => new()
    {
        RunId = EntryReader.Required(request, "run"),
        CallId = EntryReader.Required(request, "call"),
        ToolName = EntryReader.Required(request, "tool"),
        Arguments = EntryReader.Required(request, "arguments"),
        Text = EntryReader.Required(request, "text"),
        Token = EntryReader.Required(request, "token"),
    };
}
