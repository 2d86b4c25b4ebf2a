using System.Text;
using GlmTools.Emulator;

namespace GlmTools.Cli.Conversing;

/// <summary>
/// What the embedded emulator says without a scenario: it calls the tool that a question names, with the arguments written there or the
/// smallest that fit, and repeats what came of it. Enough to try tools with; it understands nothing.
/// </summary>
internal sealed class OfflineModel(GlmToolSet tools) : IEmulatedModel
{
    /// <summary>A tool the built-in scenario speaks of.</summary>
    private const string WeatherTool = "get_current_weather";

    public EmulatedReply Reply(EmulatedRequest request)
    {
        var question = request.Messages.Last(static message => message.Role == "user").Text;
        var results = request.Messages.Reverse().TakeWhile(static message => message.Role == "tool").Reverse().ToArray();
        var named = request.Tools.Where(name => question.Contains(name, StringComparison.Ordinal)).MaxBy(static name => name.Length);
        return (named, results) switch
        {
            (null, _) when request.Tools.Contains(WeatherTool) => ScenarioModel.Weather.Reply(request),
            (null, _) => EmulatedReply.Say($"I am a script, no model. {(request.Tools.Count == 0 ? "There are no tools either." : $"Name a tool, and I call it: {string.Join(", ", request.Tools)}.")}"),
            (_, []) => EmulatedReply.Call(named, Written(question) ?? Smallest(named)),
            _ => EmulatedReply.Say(string.Join('\n', results.Select(static result => result.Text))),
        };
    }

    private static string? Written(string question)
        => question.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start && question.LastIndexOf('}') is var end && end > start ? question[start..(end + 1)] : null;

    private string Smallest(string name) => tools.Find(name)?.Validate(Encoding.UTF8.GetBytes("{}")).Error?.Example ?? "{}";
}
