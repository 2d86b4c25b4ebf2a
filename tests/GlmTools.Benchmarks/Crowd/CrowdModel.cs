using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Benchmarks.Crowd;

/// <summary>What the model does with each agent: two turns with a call each, then an answer.</summary>
internal static class CrowdModel
{
    /// <summary>How often an agent asks.</summary>
    public const int Turns = 3;

    public const string Name = "glm-4-flash";

    /// <summary>A service that says so.</summary>
    public static Task<GlmEmulator> StartAsync(bool inMemory, CancellationToken cancellationToken)
        => GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(Answer), KeepExchanges = false, InMemory = inMemory }, cancellationToken);

    private static EmulatedReply Answer(EmulatedRequest request)
    {
        var turn = request.Messages.Count(static message => message.Role == "assistant");
        return turn < Turns - 1
            ? EmulatedReply.Call("visit", string.Create(CultureInfo.InvariantCulture, $"{{\"place\":\"{turn} 北京\"}}"))
            : EmulatedReply.Say("I have seen all of it.");
    }
}
