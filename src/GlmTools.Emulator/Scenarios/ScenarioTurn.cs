using System.Collections.Immutable;

namespace GlmTools.Emulator.Scenarios;

/// <summary>What rules look at: the last user message, what came after it, and the captures of the rules around.</summary>
internal sealed record ScenarioTurn
{
    /// <summary>The role of the last message.</summary>
    public required string LastRole { get; init; }

    public required string UserText { get; init; }

    /// <summary>The declared tools.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>The results since the user message: by the name of the tool, in the order of the calls.</summary>
    public required ILookup<string, string> Results { get; init; }

    /// <summary>What patterns captured, by group name.</summary>
    public ImmutableDictionary<string, string> Captures { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static ScenarioTurn Of(EmulatedRequest request)
    {
        var messages = request.Messages.Skip(request.Messages.Index().Last(static item => item.Item.Role == "user").Index).ToList();

        // An accepted request has an id on every call, and a call for every answer.
        var names = messages.SelectMany(static message => message.ToolCalls).ToDictionary(static call => call.Id!, static call => call.Name);
        return new()
        {
            LastRole = request.Messages[^1].Role,
            UserText = messages[0].Text,
            Tools = request.Tools,
            Results = messages.Where(static message => message.Role == "tool").ToLookup(message => names[message.ToolCallId!], static message => message.Text),
        };
    }
}
