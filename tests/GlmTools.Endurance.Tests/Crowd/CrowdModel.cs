using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Crowd;

/// <summary>What the model does with a crowd: two turns with two calls each, then an answer.</summary>
internal static class CrowdModel
{
    public static EmulatedReply Answer(EmulatedRequest request)
    {
        var turn = request.Messages.Count(static message => message.Role == "assistant");
        return turn < 2
            ? EmulatedReply.Calls(Call(turn, 0), Call(turn, 1))
            : EmulatedReply.Say($"done {request.Messages[0].Text}");
    }

    /// <summary>Serves until nobody holds the other end any more.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var service = await Service.StartAsync(EmulatedModel.From(Answer));
        Console.WriteLine(service.Address);
        Console.WriteLine(service.ApiKey);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static EmulatedToolCall Call(int turn, int call)
        => new("visit", string.Create(CultureInfo.InvariantCulture, $"{{\"place\":\"{turn}-{call} 北京\"}}"));
}
