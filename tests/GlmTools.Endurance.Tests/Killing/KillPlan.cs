using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Killing;

/// <summary>What the model does in the run that is killed: turns with calls of every effect, then an answer. It sees only the messages, so it goes on wherever the run does.</summary>
internal static class KillPlan
{
    private const int Turns = 12;

    private static readonly string[] Tools = ["book", "look", "erase", "put", "book"];

    /// <summary>What the model answers to the messages so far.</summary>
    public static EmulatedReply Answer(EmulatedRequest request)
    {
        var turn = request.Messages.Count(static message => message.Role == "assistant");
        return turn < Turns
            ? EmulatedReply.Calls([.. Enumerable.Range(0, 1 + (turn % 4)).Select(call => Call(turn, call))]) with { Reasoning = "想" }
            : EmulatedReply.Say("done");
    }

    private static EmulatedToolCall Call(int turn, int call)
        => new(Tools[(turn + call) % Tools.Length], string.Create(CultureInfo.InvariantCulture, $"{{\"item\":\"{turn}-{call}\"}}"));
}
