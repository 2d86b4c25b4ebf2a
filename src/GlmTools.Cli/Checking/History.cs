using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GlmTools.Emulator;

namespace GlmTools.Cli.Checking;

/// <summary>
/// A transcript in one of the forms it is kept in: an array of messages, a request body, a run that <see cref="GlmRun.ToJson"/> wrote, or
/// a cassette. It is judged by the rules of the emulator, which refuses what the service refuses.
/// </summary>
internal static partial class History
{
    // A request needs a model; a bare array has none, and none of the rules for messages asks which.
    private const string AnyModel = "glm-4.7-flash";

    /// <summary>Says what the service would refuse.</summary>
    /// <param name="json">The text.</param>
    /// <returns>What kind of text it is, how many messages it has, and the problems.</returns>
    /// <exception cref="CliException">It is none of these forms.</exception>
    public static HistoryReport Check(string json)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException syntax)
        {
            throw new CliException($"the transcript is no JSON: {syntax.Message}");
        }

        return root switch
        {
            JsonArray messages => new("messages", messages.Count, CheckMessages(messages)),
            JsonObject request when request["messages"] is not null => new("request", MessagesIn(request), CheckRequest(request, "")),
            JsonObject run when run["entries"] is JsonArray && run["stop"] is not null => CheckRun(json),
            JsonObject cassette when cassette["exchanges"] is JsonArray exchanges => CheckExchanges(exchanges),
            _ => throw new CliException("the transcript is neither an array of messages, nor a request body with \"messages\", nor a run of GlmRun.ToJson(), nor a cassette."),
        };
    }

    private static HistoryReport CheckRun(string json)
    {
        try
        {
            var messages = (JsonArray)JsonNode.Parse(GlmRun.Parse(json).Conversation.ToJson())!;
            return new("run", messages.Count, CheckMessages(messages));
        }
        catch (GlmException broken)
        {
            var entry = Entry().Match(broken.Message);
            return new("run", 0, [new(entry.Success ? $"/entries/{entry.Groups[1].Value}" : "", "1214", broken.Message)]);
        }
    }

    private static HistoryReport CheckExchanges(JsonArray exchanges)
    {
        var problems = new List<HistoryProblem>();
        var messages = 0;
        for (var i = 0; i < exchanges.Count; i++)
        {
            if (exchanges[i]?["request"]?["body"] is JsonObject body && body["messages"] is not null)
            {
                messages += MessagesIn(body);
                problems.AddRange(CheckRequest(body, $"/exchanges/{i}/request/body"));
            }
        }

        return new("cassette", messages, problems);
    }

    private static IReadOnlyList<HistoryProblem> CheckMessages(JsonArray messages)
        => [.. CheckRequest(new JsonObject { ["model"] = AnyModel, ["messages"] = messages.DeepClone() }, "")
            .Select(static problem => problem with { Pointer = problem.Pointer.StartsWith("/messages", StringComparison.Ordinal) ? problem.Pointer["/messages".Length..] : "" })];

    private static IReadOnlyList<HistoryProblem> CheckRequest(JsonObject body, string place)
        => [.. GlmRefusal.AllOf(JsonSerializer.SerializeToElement(body)).Select(refusal => Problem(refusal, place))];

    // The service names a place as messages[2].content, in front of what is wrong with it.
    private static HistoryProblem Problem(GlmRefusal refusal, string place)
    {
        var field = Field().Match(refusal.Message);
        return field.Success
            ? new($"{place}/{field.Groups["field"].Value.Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/')}", refusal.Code, refusal.Message[field.Length..].TrimEnd('.'))
            : new(place, refusal.Code, refusal.Message);
    }

    private static int MessagesIn(JsonObject request) => (request["messages"] as JsonArray)?.Count ?? 0;

    [GeneratedRegex(@"^(?<field>[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)*):? ")]
    private static partial Regex Field();

    [GeneratedRegex(@"entry (\d+)")]
    private static partial Regex Entry();
}
