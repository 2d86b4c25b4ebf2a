using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Chaos;

/// <summary>What the model does in a run: some turns with some calls each, then an answer. It all follows from the seed.</summary>
internal sealed class ChaosPlan
{
    private static readonly string[] Tools = ["look", "note", "put", "erase", "pay"];

    private readonly EmulatedToolCall[][] _turns;

    public ChaosPlan(int seed)
    {
        var random = new Random(seed);
        _turns = [.. Enumerable.Range(0, random.Next(1, 5)).Select(turn => Turn(seed, turn, random))];
    }

    /// <summary>The number that belongs to an item: a call with another one was never sent.</summary>
    public static int NumberOf(string token) => token.Aggregate(17, static (sum, character) => ((sum * 31) + character) % 100_003);

    /// <summary>What the model answers to the messages so far.</summary>
    public EmulatedReply Answer(IReadOnlyList<EmulatedMessage> messages)
    {
        var turn = messages.Count(static message => message.Role == "assistant");
        return turn < _turns.Length
            ? EmulatedReply.Calls(_turns[turn]) with { Text = turn % 2 == 0 ? "" : "\n", Reasoning = turn % 3 == 0 ? "想一想" : null }
            : EmulatedReply.Say("done 完");
    }

    private static EmulatedToolCall[] Turn(int seed, int turn, Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 5)).Select(call =>
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"{seed}-{turn}-{call}-北京");
            return new EmulatedToolCall(
                Tools[random.Next(Tools.Length)], string.Create(CultureInfo.InvariantCulture, $"{{\"item\":\"{token}\",\"number\":{NumberOf(token)}}}"));
        }),
    ];
}
